-- Only in a database that Calltally owns: elsewhere its owner decides.
do $$
begin
    if (
        select pg_has_role(current_user, d.datdba, 'usage')
        from pg_database as d
        where d.datname = current_database())
    then
        execute format('revoke connect, temporary on database %I from public', current_database());
        execute format(
            'grant connect on database %I '
            'to calltally_ingest, calltally_refresh, calltally_report, calltally_web, analyst',
            current_database());
        execute format('grant temporary on database %I to calltally_refresh', current_database());
    end if;
end
$$;

-- Rights that PostgreSQL gives to everyone and only a superuser can revoke: storing large objects,
-- holding the locks by which refreshers take turns, and taking a transaction number, which holds
-- back every later notification until the transaction ends. An analyst needs none of them. A
-- superuser may be acting as the owner.
do $$
declare
    owner constant text := current_user;
    routine regprocedure;
begin
    if (select r.rolsuper from pg_roles as r where r.rolname = session_user) then
        perform set_config('role', 'none', true);
        for routine in
            select p.oid
            from pg_proc as p
            where p.pronamespace = 'pg_catalog'::regnamespace
                and p.proname ~ concat(
                    '^(lo_creat|lo_create|lo_from_bytea|pg_(try_)?advisory_.*',
                    '|pg_current_xact_id.*|txid_current.*|pg_logical_emit_message)$')
        loop
            execute format('revoke execute on function %s from public', routine);
            if routine::text !~ '^lo_' then
                execute format(
                    'grant execute on function %s '
                    'to %I, calltally_ingest, calltally_refresh, calltally_report',
                    routine,
                    owner);
            end if;
        end loop;
        alter role analyst set temp_file_limit = '4GB';
        perform set_config('role', owner, true);
    end if;
end
$$;

-- What analysts may use at once: 20 sessions, and in each the memory of a usual query.
do $$
begin
    alter role analyst connection limit 20;
    alter role analyst set work_mem = '16MB';
exception
    -- Another owner in this cluster has created the role.
    when insufficient_privilege then null;
end
$$;
