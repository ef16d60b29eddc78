create or replace function journal.contains_number(content text, number text) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        strpos(content, number) > 0
        or strpos(
            translate(replace(content, '%20', ''), ' ()-./', ''),
            journal.last_nine_digits(number)) > 0,
        false)
$$;
comment on function journal.contains_number(text, text) is
    'Whether a text contains a number, in whatever notation.';
