-- The ordinary role that owns the database. Data folders from before it existed have objects of the
-- superuser, who goes on to migrate and to back up.

set local search_path = pg_catalog;

do $$
declare
    role text;
    change text;
begin
    if not exists (select from pg_roles where rolname = 'calltally_owner') then
        create role calltally_owner;
    end if;
    alter role calltally_owner login createrole nosuperuser nocreatedb noreplication nobypassrls;
    execute format('alter database %I owner to calltally_owner', current_database());

    for role in
        select r.rolname
        from pg_roles as r
        where r.rolname in (
            'calltally_ingest', 'calltally_refresh', 'calltally_report', 'calltally_web', 'analyst')
    loop
        execute format(
            'grant %I to calltally_owner with admin true, inherit true, set true', role);
    end loop;

    for change in
        with ours as (
            select n.oid, n.nspname, n.nspowner
            from pg_namespace as n
            where n.nspname !~ '^pg_'
                and n.nspname <> 'information_schema'
        ),
        of_extension as (
            select d.classid, d.objid
            from pg_depend as d
            where d.deptype = 'e'
        )
        select format('alter schema %I owner to calltally_owner', o.nspname)
        from ours as o
        where o.nspowner = session_user::regrole
        union all
        select format('alter table %s owner to calltally_owner', c.oid::regclass)
        from ours as o
        join pg_class as c on c.relnamespace = o.oid
        where c.relowner = session_user::regrole
            and ('pg_class'::regclass, c.oid) not in (table of_extension)
            and (c.relkind in ('r', 'p', 'v', 'm')
                -- That of an identity column belongs to its table.
                or (c.relkind = 'S' and not exists (
                    select
                    from pg_depend as d
                    where d.classid = 'pg_class'::regclass
                        and d.objid = c.oid
                        and d.deptype in ('a', 'i'))))
        union all
        select format('alter routine %s owner to calltally_owner', p.oid::regprocedure)
        from ours as o
        join pg_proc as p on p.pronamespace = o.oid
        where p.proowner = session_user::regrole
            and ('pg_proc'::regclass, p.oid) not in (table of_extension)
        union all
        select format('alter type %s owner to calltally_owner', t.oid::regtype)
        from ours as o
        join pg_type as t on t.typnamespace = o.oid
        left join pg_class as c on c.oid = t.typrelid
        where t.typowner = session_user::regrole
            and ('pg_type'::regclass, t.oid) not in (table of_extension)
            and (t.typtype in ('e', 'd', 'r') or c.relkind = 'c')
    loop
        execute change;
    end loop;
end
$$;
