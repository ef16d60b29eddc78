create or replace function calls.grant_on_rebuilt() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    granted record;
begin
    for granted in
        select
            n.nspname || '_rebuilt' as schema,
            c.relname,
            a.privilege_type,
            a.grantee::regrole as grantee
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        join pg_class as copy on copy.relname = c.relname
        join pg_namespace as copy_schema
            on copy_schema.oid = copy.relnamespace
            and copy_schema.nspname = n.nspname || '_rebuilt'
        cross join lateral aclexplode(c.relacl) as a
        where n.nspname in ('calls', 'stats')
            and a.grantee not in (0, c.relowner)
    loop
        execute format('grant usage on schema %I to %s', granted.schema, granted.grantee);
        execute format(
            'grant %s on %I.%I to %s',
            granted.privilege_type, granted.schema, granted.relname, granted.grantee);
    end loop;
end
$$;
comment on function calls.grant_on_rebuilt() is
    'Grants the roles that may write derived tables the same on the tables of the rebuild.';
