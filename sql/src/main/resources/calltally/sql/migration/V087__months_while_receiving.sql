-- A month comes and goes while notifications arrive: whoever needs the whole journal for a moment never keeps the receiver waiting for it.

create function journal.lock_for_a_moment(tables regclass[], attempts integer) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    waited_before constant text := current_setting('lock_timeout');
    wanted constant text := (
        select string_agg('only ' || w.table_name, ', ' order by w.position)
        from unnest(tables) with ordinality as w (table_name, position));
begin
    -- Whoever waits lets nobody pass who comes later: give way before the receiver turns to its spool.
    perform set_config('lock_timeout', '200ms', true);
    for attempt in 1 .. attempts loop
        begin
            execute 'lock table ' || wanted || ' in access exclusive mode';
            exit;
        exception
            when lock_not_available or deadlock_detected then
                if attempt = attempts then
                    raise exception 'months of the journal could not be changed: nobody may use it for a moment, was in use at all % attempts', attempts
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
comment on function journal.lock_for_a_moment(regclass[], integer) is 'Locks tables, without their partitions, for the rest of the transaction against all use. Waits for each attempt at most 200 ms for each of them, because what comes later waits behind it, and half a second between attempts; fails after so many.';

create or replace function journal.drop_expired_notifications(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    bound constant timestamptz := (select max(e.notifications) from journal.expiry(drop_expired_notifications.at) as e);
    partitions constant regclass[] := array(select p.partition from journal.expired_partitions(bound) as p);
    gone bigint;
begin
    if bound is null then
        return 0;
    end if;
    perform journal.begin_intervention();
    perform journal.move_horizon(s.source_id, bound, null, null) from config.source as s
    where exists (select from journal.notification as n where n.source_id = s.source_id and n.occurred_at < bound);

    with gone_by_source as (
        insert into journal.disposal (source_id, kind, until, amount)
        select n.source_id, 'notifications dropped', bound, count(*)
        from journal.notification as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound)
        group by n.source_id
        returning amount
    )
    select coalesce(sum(amount), 0) into gone from gone_by_source;

    if gone > 0 then
        delete from journal.notification_other as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound);
    end if;
    if cardinality(partitions) > 0 then
        perform journal.lock_for_a_moment(array['journal.notification', 'journal.notification_other']::regclass[] || partitions, 40);
        execute 'drop table ' || array_to_string(partitions, ', ');
    end if;
    return gone;
end
$$;

create or replace function journal.create_partition(month date) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    first_day constant date := date_trunc('month', month)::date;
    next_month constant date := (first_day + interval '1 month')::date;
    partition constant text := 'notification_' || to_char(first_day, 'YYYYMM');
begin
    if to_regclass('journal.' || partition) is not null then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtext('journal.create_partition'));
    if to_regclass('journal.' || partition) is not null
        or exists (select from journal.notification_other as other
                   where other.occurred_at >= first_day::timestamptz and other.occurred_at < next_month::timestamptz)
        or exists (select from journal.horizon as h where h.notifications_from > first_day::timestamptz) then
        return false;
    end if;
    perform journal.lock_for_a_moment(array['journal.notification', 'journal.notification_other']::regclass[], 6);
    execute format('create table journal.%I partition of journal.notification for values from (%L) to (%L)',
        partition, first_day::timestamptz, next_month::timestamptz);
    execute format('comment on table journal.%I is %L',
        partition, 'Notifications that occurred in the month from ' || first_day || ', UTC.');
    execute format('create trigger notification_is_not_truncated before truncate on journal.%I for each statement execute function journal.refuse_change()',
        partition);
    return true;
end
$$;
