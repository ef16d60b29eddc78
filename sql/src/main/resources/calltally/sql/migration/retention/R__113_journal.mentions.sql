create or replace function journal.mentions(content text, number text) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        strpos(content, number) > 0
        or strpos(translate(replace(content, '%20', ''), ' ()-./', ''), journal.tail(number)) > 0,
        false)
$$;
comment on function journal.mentions(text, text) is
    'Whether a text holds a number, however it is written in it.';
