create or replace function journal.lock_or_give_up(tables regclass[], attempts integer)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    waited_before constant text := current_setting('lock_timeout');
    wanted constant text := (
        select string_agg('only ' || w.table_name, ', ' order by w.position)
        from unnest(tables) with ordinality as w (table_name, position));
begin
    -- Whoever waits lets nobody pass who comes later: give way before the receiver turns to its
    -- spool.
    perform set_config('lock_timeout', '200ms', true);
    for attempt in 1 .. attempts loop
        begin
            execute 'lock table ' || wanted || ' in access exclusive mode';
            exit;
        exception
            when lock_not_available or deadlock_detected then
                if attempt = attempts then
                    raise exception 'months of the journal could not be changed: '
                            'nobody may use it for a moment, was in use at all % attempts', attempts
                        using errcode = 'lock_not_available',
                              hint = 'It is tried again later; a long dump or query is in the way.';
                end if;
                -- Refreshes are waiting too.
                perform pg_sleep(0.5);
        end;
    end loop;
    perform set_config('lock_timeout', waited_before, true);
end
$$;
comment on function journal.lock_or_give_up(regclass[], integer) is
    'Locks tables, without their partitions, for the rest of the transaction against all use. '
    'Waits for each attempt at most 200 ms for each of them, because what comes later waits '
    'behind it, and half a second between attempts; fails after so many.';
