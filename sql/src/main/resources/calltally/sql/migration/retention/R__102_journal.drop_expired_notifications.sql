create or replace function journal.drop_expired_notifications(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    bound constant timestamptz := (
        select max(e.notifications)
        from journal.expiry(drop_expired_notifications.at) as e);
    partitions constant regclass[] := array(
        select p.partition
        from journal.expired_partitions(bound) as p);
    gone bigint;
begin
    if bound is null then
        return 0;
    end if;
    perform journal.allow_change();
    perform journal.move_horizon(s.source_id, bound, null, null)
    from config.source as s
    where exists (
        select from journal.notification as n
        where n.source_id = s.source_id
            and n.occurred_at < bound);

    with gone_by_source as (
        insert into journal.deletion_log (source_id, kind, until, affected_rows)
        select n.source_id, 'notifications dropped', bound, count(*)
        from journal.notification as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound)
        group by n.source_id
        returning affected_rows
    )
    select coalesce(sum(affected_rows), 0) into gone from gone_by_source;

    if gone > 0 then
        delete from journal.notification_other as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound);
    end if;
    if cardinality(partitions) > 0 then
        perform journal.lock_or_give_up(
            array['journal.notification', 'journal.notification_other']::regclass[] || partitions,
            40);
        execute 'drop table ' || array_to_string(partitions, ', ');
    end if;
    return gone;
end
$$;
comment on function journal.drop_expired_notifications(timestamptz) is
    'Drops the partitions of the months that no source keeps any longer at the given instant, and '
    'deletes rows of notification_other that are as old; events without a time have the age of '
    'their arrival. Returns how many notifications are gone. Afterwards calls that started before '
    'are never derived again.';
