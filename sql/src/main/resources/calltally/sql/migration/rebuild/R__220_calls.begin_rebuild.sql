-- A rebuild derives everything again into tables next to the live ones, and then swaps them in.
-- It replaces the partitioned tables of calls and stats. The new ones lie in the
-- schemas calls_rebuilt and stats_rebuilt under the same names, with the stale tables and the views
-- that the derivation reads, so that the same code fills both.
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
            -- Keys of the replaced tables come later: to build them from all rows is faster.
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
    -- The view files again, with calls_rebuilt and stats_rebuilt as schemas.
    ${rebuilt_views}
    perform calls.grant_on_rebuilt();
end
$$;
comment on function calls.begin_rebuild() is
    'Creates the empty tables that a rebuild fills. Within the same transaction, copy with freeze '
    'can fill them.';
