-- Roles belong to the whole PostgreSQL cluster, so they may exist already. Their rights are in
-- grants.txt; when it changes, this file runs again, and the grants after it: ${grants_digest}

do $$
declare
    role text;
begin
    foreach role in array array[
        'calltally_ingest', 'calltally_refresh', 'calltally_report', 'calltally_web', 'analyst']
    loop
        begin
            if not exists (select from pg_roles where rolname = role) then
                execute format('create role %I nologin', role);
                execute format('comment on role %I is %L', role, 'Calltally: see ARCHITECTURE.md');
                if role = 'analyst' then
                    alter role analyst set default_transaction_read_only = on;
                    alter role analyst set statement_timeout = '10min';
                    alter role analyst set idle_in_transaction_session_timeout = '10min';
                end if;
            end if;
        exception
            when duplicate_object or unique_violation then null;
        end;
    end loop;
end
$$;

-- The owner of the schema assumes these roles; creating a role does not allow that yet.
do $$
declare
    membership constant text := case
        when current_setting('server_version_num')::integer >= 160000 then 'set'
        else 'member'
    end;
    role text;
begin
    foreach role in array array[
        'calltally_ingest', 'calltally_refresh', 'calltally_report', 'calltally_web', 'analyst']
    loop
        if not pg_has_role(current_user, role, membership) then
            execute format('grant %I to current_user', role);
        end if;
    end loop;
end
$$;
