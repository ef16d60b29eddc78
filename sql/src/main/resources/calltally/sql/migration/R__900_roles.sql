-- Least privilege. Roles belong to the whole PostgreSQL cluster, so they may exist already.

do $$
begin
    if not exists (select from pg_roles where rolname = 'calltally_ingest') then
        create role calltally_ingest nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'analyst') then
        create role analyst nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

-- Whoever owns the schema acts as these roles; one who created a role may not yet do so.
do $$
declare
    membership constant text := case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end;
    role text;
begin
    foreach role in array array['calltally_ingest', 'analyst'] loop
        if not pg_has_role(current_user, role, membership) then
            execute format('grant %I to current_user', role);
        end if;
    end loop;
end
$$;

revoke all on all functions in schema journal from public;
revoke all on all functions in schema calls from public;

grant usage on schema config, journal to calltally_ingest;
grant select on config.source, config.source_token, config.signing_secret to calltally_ingest;
grant execute on function journal.append(jsonb) to calltally_ingest;
grant execute on function journal.reject(integer, timestamptz, text, text, text, text, text, text, bytea, bigint) to calltally_ingest;
grant execute on function journal.create_partition(date) to calltally_ingest;

grant usage on schema analytics to analyst;
grant select on all tables in schema analytics to analyst;
grant execute on all functions in schema analytics to analyst;
-- Of views and functions that a later version makes anew.
alter default privileges in schema analytics grant select on tables to analyst;
alter default privileges in schema analytics grant execute on functions to analyst;
