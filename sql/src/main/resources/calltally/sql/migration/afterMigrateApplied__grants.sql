-- Least privilege, granted anew whenever a migration has run: a view that was dropped and created again has lost its grants.
-- What is granted here stands in grants.txt too, which ./calltally check and GrantsTest compare with the catalogue. A change here reaches
-- existing databases with the next migration that is applied: change R__900_roles.sql too.

do $$
declare
    schema_name text;
begin
    foreach schema_name in array array['config', 'directory', 'journal', 'calls', 'stats', 'analytics', 'ledger'] loop
        execute format('revoke all on schema %I from public, calltally_ingest, calltally_refresh, calltally_report, analyst', schema_name);
        execute format('revoke all on all tables in schema %I from public, calltally_ingest, calltally_refresh, calltally_report, analyst', schema_name);
        execute format('revoke all on all sequences in schema %I from public, calltally_ingest, calltally_refresh, calltally_report, analyst', schema_name);
        execute format('revoke all on all routines in schema %I from public, calltally_ingest, calltally_refresh, calltally_report, analyst', schema_name);
    end loop;

    -- Only where the database is ours: elsewhere it is its owner who decides about everybody.
    if (select pg_has_role(current_user, d.datdba, 'usage') from pg_database as d where d.datname = current_database()) then
        execute format('revoke connect, temporary on database %I from public', current_database());
        execute format('grant connect on database %I to calltally_ingest, calltally_refresh, calltally_report, analyst', current_database());
        execute format('grant temporary on database %I to calltally_refresh', current_database());
    end if;
end
$$;

-- What PostgreSQL lets everybody do, and only a superuser can take back: to store large objects, and to hold the locks by which refreshers
-- take turns. An analyst needs neither.
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
                execute format('grant execute on function %s to calltally_ingest, calltally_refresh, calltally_report', routine);
            end if;
        end loop;
        alter role analyst set temp_file_limit = '4GB';
    end if;
end
$$;

grant usage on schema config, journal to calltally_ingest;
grant select on config.source, config.source_token, config.signing_secret to calltally_ingest;
grant execute on function journal.append(jsonb) to calltally_ingest;
grant execute on function journal.reject(integer, timestamptz, text, text, text, text, text, text, bytea, bigint) to calltally_ingest;
grant execute on function journal.append_batch(uuid, bigint, bigint, jsonb, jsonb) to calltally_ingest;
grant execute on function journal.append_columns(
    uuid, bigint, bigint, text[], timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[], numeric[], text[],
    jsonb[], text[], text[], smallint[], text[], jsonb)
    to calltally_ingest;
grant execute on function journal.settle(uuid, bigint) to calltally_ingest;
grant execute on function journal.last_batch(uuid) to calltally_ingest;
grant execute on function journal.create_partition(date) to calltally_ingest;

grant usage on schema config, directory, journal, calls, stats to calltally_refresh;
grant select on all tables in schema config to calltally_refresh;
revoke select on config.source_token, config.signing_secret from calltally_refresh;
grant select on all tables in schema directory to calltally_refresh;
grant select on journal.notification, journal.duplicate, journal.rejected_day, journal.horizon, journal.disposal, journal.pseudonym_key to calltally_refresh;
grant select on all tables in schema calls, stats to calltally_refresh;
do $$
declare
    written regclass;
begin
    for written in
        select c.oid
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('calls', 'stats')
            and c.relkind in ('r', 'p')
            and not c.relispartition
    loop
        execute format('grant insert, update, delete on %s to calltally_refresh', written);
    end loop;
    -- A rebuild replaces the partitions: rights on the tables themselves are enough.
    for written in
        select c.oid
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('calls', 'stats')
            and c.relispartition
            and c.relkind = 'r'
    loop
        execute format('revoke all on %s from calltally_refresh', written);
    end loop;
end
$$;
revoke insert, delete on calls.refresh_cursor from calltally_refresh;
grant execute on all routines in schema calls, stats to calltally_refresh;
grant execute on function journal.create_partitions_around(date) to calltally_refresh;
grant execute on function journal.expiry(timestamptz) to calltally_refresh;
grant execute on function journal.expired_partitions(timestamptz) to calltally_refresh;
grant execute on function journal.drop_expired_notifications(timestamptz) to calltally_refresh;
grant execute on function journal.delete_expired_requests(timestamptz) to calltally_refresh;
grant execute on function journal.delete_expired_calls(timestamptz) to calltally_refresh;
grant execute on function journal.remove_expired_recordings(timestamptz) to calltally_refresh;
grant execute on function journal.pseudonymise(timestamptz) to calltally_refresh;
grant execute on function journal.expired(timestamptz) to calltally_refresh;
grant execute on function config.end_long_analyses() to calltally_refresh;
alter procedure calls.analyze_stale() security definer;
alter procedure calls.analyze_derived() security definer;

grant usage on schema config, directory, analytics, ledger to calltally_report;
grant select, insert on all tables in schema ledger to calltally_report;
revoke insert on ledger.outcome, ledger.removed_report from calltally_report;
grant update on ledger.subscription, ledger.mailing, ledger.delivery, ledger.alarm, ledger.alarm_notice to calltally_report;
grant execute on all routines in schema ledger to calltally_report;
revoke execute on function ledger.refuse_change() from calltally_report;
grant select on all tables in schema config to calltally_report;
revoke select on config.source_token, config.signing_secret from calltally_report;
grant select on all tables in schema directory, analytics to calltally_report;
grant execute on all routines in schema analytics to calltally_report;

grant usage on schema analytics to analyst;
grant select on all tables in schema analytics to analyst;
grant execute on all routines in schema analytics to analyst;