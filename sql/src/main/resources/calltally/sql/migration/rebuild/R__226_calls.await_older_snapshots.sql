drop function if exists calls.await_older_snapshots();

create or replace function calls.await_older_snapshots(patience interval) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    until constant timestamptz := clock_timestamp() + patience;
    older constant text[] := array(
        select l.virtualtransaction
        from pg_locks as l
        join pg_stat_activity as a using (pid)
        where l.locktype = 'virtualxid'
            and l.pid <> pg_backend_pid()
            and a.datname = current_database()
            -- Other users' sessions hide even this: without a state, assume a snapshot.
            and (a.state is null or a.backend_xmin is not null));
    blocking record;
begin
    loop
        select a.pid, a.usename, a.application_name, a.xact_start
        into blocking
        from pg_locks as l
        left join pg_stat_activity as a using (pid)
        where l.locktype = 'virtualxid'
            and l.virtualtransaction = any (older)
            and not exists (
                select from pg_locks as turn
                where turn.virtualtransaction = l.virtualtransaction
                    and turn.relation = 'calls.refresh_cursor'::regclass
                    and turn.mode in ('RowExclusiveLock', 'ShareRowExclusiveLock')
                    and not turn.granted)
        order by a.xact_start
        limit 1;
        exit when not found;
        if clock_timestamp() > until then
            raise exception
                'cannot rebuild: session % of % (%) must end its transaction, begun at %',
                blocking.pid, blocking.usename, coalesce(blocking.application_name, ''),
                coalesce(to_char(blocking.xact_start at time zone 'UTC', 'YYYY-MM-DD HH24:MIZ'),
                    'an unknown time')
                using errcode = 'lock_not_available';
        end if;
        perform pg_sleep(0.05);
    end loop;
end
$$;
comment on function calls.await_older_snapshots(interval) is
    'Returns once every transaction of this database that now holds a snapshot has ended, except '
    'those that wait for the lock of the cursor''s table, and so for this one: they read derived '
    'rows only in later statements. Swapped tables are found by name at once, but their rows are '
    'visible only to later snapshots: a reader in between would find nothing. Fails when that '
    'takes longer than its patience.';
