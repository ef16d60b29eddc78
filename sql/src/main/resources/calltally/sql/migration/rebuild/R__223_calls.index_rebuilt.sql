create or replace function calls.index_rebuilt(replaced text) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set maintenance_work_mem = '256MB'
as $$
declare
    parent constant regclass := replaced::regclass;
    rebuilt constant text := (
        select format('%I.%I', n.nspname || '_rebuilt', c.relname)
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where c.oid = parent);
    definition text;
begin
    for definition in
        select format('alter table %s add %s', rebuilt, pg_get_constraintdef(k.oid))
        from pg_constraint as k
        where k.conrelid = parent
            and k.contype in ('p', 'u')
        union all
        select regexp_replace(pg_get_indexdef(i.indexrelid),
            '^(CREATE (UNIQUE )?INDEX ).* ON ONLY \S+', '\1ON ' || rebuilt)
        from pg_index as i
        where i.indrelid = parent
            and not exists (select from pg_constraint as k where k.conindid = i.indexrelid)
    loop
        execute definition;
    end loop;
    execute 'analyze ' || rebuilt;
end
$$;
comment on function calls.index_rebuilt(text) is
    'Creates the keys and indexes of the replaced table, named with its schema, on the filled '
    'table of a rebuild, and analyzes it.';
