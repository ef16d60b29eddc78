create or replace function journal.own_numbers(asked_source integer) returns text[]
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select array(
        select m.number
        from directory.manager_number as m
        where m.source_id = asked_source
        union
        select l.number
        from directory.line as l
        where l.source_id = asked_source)
$$;
comment on function journal.own_numbers(integer) is
    'The numbers of a source''s managers and lines, valid at any time: these are never '
    'customers'' numbers and need no pseudonym.';
