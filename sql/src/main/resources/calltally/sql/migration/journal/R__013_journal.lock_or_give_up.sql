create or replace function journal.lock_or_give_up(tables regclass[], attempts integer)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    in_use_by record;
    waited_before constant text := current_setting('lock_timeout');
    wanted constant text := (
        select string_agg('only ' || w.table_name, ', ' order by w.position)
        from unnest(tables) with ordinality as w (table_name, position));
begin
    -- A waiting lock blocks all later statements: give up before the receiver falls back to its
    -- spool.
    perform set_config('lock_timeout', '200ms', true);
    for attempt in 1 .. attempts loop
        begin
            execute 'lock table ' || wanted || ' in access exclusive mode';
            exit;
        exception
            when lock_not_available or deadlock_detected then
                if attempt = attempts then
                    select a.pid, a.usename, a.application_name
                    into in_use_by
                    from pg_locks as l
                    join pg_stat_activity as a using (pid)
                    where l.relation = any (tables)
                        and l.granted
                        and l.pid <> pg_backend_pid()
                    order by a.xact_start nulls last, a.pid
                    limit 1;
                    raise exception 'cannot change the months of the journal: it must be unused '
                            'for a moment (was in use at all % attempts%)', attempts,
                            case when found then format(', last by session %s of %s%s',
                                in_use_by.pid, in_use_by.usename,
                                coalesce(' (' || nullif(in_use_by.application_name, '') || ')',
                                    ''))
                            else '' end
                        using errcode = 'lock_not_available',
                              hint = 'A long dump or query blocks it; the next run tries again.';
                end if;
                -- Pause so that waiting refreshes can run.
                perform pg_sleep(0.5);
        end;
    end loop;
    perform set_config('lock_timeout', waited_before, true);
end
$$;
comment on function journal.lock_or_give_up(regclass[], integer) is
    'Locks tables exclusively, without their partitions, until the transaction ends. Each attempt '
    'waits at most 200 ms per table, because later statements queue behind it; attempts are half '
    'a second apart. Fails after the given number of attempts '
    'and names a session that uses them.';
