-- A rebuild derives everything again in tables next to those that are read, and then puts them in
-- their place. It replaces the partitioned tables of calls and stats. The new ones lie in the
-- schemas calls_rebuilt and stats_rebuilt under the same names, with the stale tables and the views
-- that the derivation reads, so that one and the same program fills both.
create or replace function calls.begin_rebuild() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    derived record;
begin
    perform calls.drop_rebuilt();
    create schema calls_rebuilt;
    create schema stats_rebuilt;
    for derived in
        select
            c.relnamespace::regnamespace::text as schema,
            c.relname as name,
            -- Those of what is replaced come later: they are made faster from all rows at once.
            case when c.relkind = 'r' then 'including indexes' else '' end as indexes
        from pg_class as c
        where c.relnamespace in ('calls'::regnamespace, 'stats'::regnamespace)
            and (c.relkind = 'p' or (c.relkind = 'r' and c.relname like 'stale\_%'))
    loop
        execute format(
            'create table %I.%I (like %I.%I including constraints including defaults %s)',
            derived.schema || '_rebuilt', derived.name, derived.schema, derived.name,
            derived.indexes);
    end loop;
    -- The files of the views once more, with calls_rebuilt and stats_rebuilt for the schemas.
    ${rebuilt_views}
    perform calls.grant_on_rebuilt();
end
$$;
comment on function calls.begin_rebuild() is
    'Creates the empty tables that a rebuild fills. In the same transaction they can be filled by '
    'copy with freeze.';
