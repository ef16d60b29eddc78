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
    early_rows bigint;
    early_bytes bigint;
    early journal.notification[];
begin
    if to_regclass('journal.' || partition) is not null then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtext('journal.create_partition'));
    if to_regclass('journal.' || partition) is not null
        or exists (
            select from journal.horizon as h
            where h.notifications_from > first_day::timestamptz) then
        return false;
    end if;
    select count(*), coalesce(sum(pg_column_size(other.fields)), 0)
    into early_rows, early_bytes
    from journal.notification_other as other
    where other.occurred_at >= first_day::timestamptz
        and other.occurred_at < next_month::timestamptz;
    -- The receiver waits meanwhile.
    if early_rows > 10000 or early_bytes > 32 * 1024 * 1024 then
        return false;
    end if;
    if early_rows > 0 then
        perform journal.allow_change();
    end if;
    perform journal.lock_or_give_up(
        array['journal.notification', 'journal.notification_other']::regclass[], 5);
    select array_agg(n)
    into early
    from journal.notification as n
    where n.occurred_at >= first_day::timestamptz and n.occurred_at < next_month::timestamptz;
    if early is not null and early_rows = 0 then
        -- They arrived after the count; the next attempt moves them.
        return false;
    end if;
    delete from journal.notification_other as other
    where other.occurred_at >= first_day::timestamptz
        and other.occurred_at < next_month::timestamptz;
    execute format(
        'create table journal.%I partition of journal.notification for values from (%L) to (%L)',
        partition, first_day::timestamptz, next_month::timestamptz);
    execute format('comment on table journal.%I is %L',
        partition, 'Notifications that occurred in the month from ' || first_day || ', UTC.');
    execute format(
        'create trigger notification_is_not_truncated before truncate on journal.%I '
        'for each statement execute function journal.refuse_change()',
        partition);
    -- Nothing of them changes, not even the transaction by which the refresh finds them.
    insert into journal.notification overriding system value
    select n.*
    from unnest(early) as n;
    return true;
end
$$;
comment on function journal.create_partition(date) is
    'Creates the partition of the month (UTC) that contains the date, and moves the notifications '
    'into it that were dated ahead, and so are in notification_other; false when it exists, when '
    'retention has dropped it, or when those exceed 10,000 rows or 32 MiB and so stay there.';
