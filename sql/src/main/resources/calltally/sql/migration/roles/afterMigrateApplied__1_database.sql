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
            'to calltally_ingest, calltally_refresh, calltally_report, analyst',
            current_database());
        execute format('grant temporary on database %I to calltally_refresh', current_database());
    end if;
end
$$;

-- Rights that PostgreSQL gives to everyone and only a superuser can revoke: storing large objects,
-- and holding the locks by which refreshers take turns. An analyst needs neither.
do $$
declare
    routine regprocedure;
begin
    if current_setting('is_superuser')::boolean then
        for routine in
            select p.oid
            from pg_proc as p
            where p.pronamespace = 'pg_catalog'::regnamespace
                and p.proname ~ '^(lo_creat|lo_create|lo_from_bytea|pg_(try_)?advisory_.*)$'
        loop
            execute format('revoke execute on function %s from public', routine);
            if routine::text like '%advisory%' then
                execute format(
                    'grant execute on function %s '
                    'to calltally_ingest, calltally_refresh, calltally_report',
                    routine);
            end if;
        end loop;
        alter role analyst set temp_file_limit = '4GB';
    end if;
end
$$;
