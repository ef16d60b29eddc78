-- A day with only events without a time ends no silence: the last earlier day with other
-- notifications is computed again too.
create or replace function calls.take_new_notifications() returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with recursive taken as materialized (
        select
            n.source_id,
            n.pbx_id,
            n.event,
            n.occurred_at,
            n.received_at,
            n.ingest_xid,
            n.id
        from calls.refresh_cursor as c
        join journal.notification as n
            on (n.ingest_xid, n.id) > (c.ingest_xid, c.notification_id)
        where n.ingest_xid < pg_snapshot_xmin(pg_current_snapshot())
    ),
    stale_call as (
        insert into calls.stale_call (source_id, pbx_id)
        select distinct t.source_id, t.pbx_id
        from taken as t
        where t.pbx_id is not null
            and isfinite(t.occurred_at)
        order by t.source_id, t.pbx_id
        on conflict do nothing
    ),
    touched_day as (
        select distinct
            t.source_id,
            s.zone,
            ((case when isfinite(t.occurred_at) then t.occurred_at else t.received_at end)
                at time zone s.zone)::date as local_date
        from taken as t
        join config.source as s using (source_id)
    ),
    -- Each of them, and the days back to the last one with a notification.
    heard_day as (
        select
            d.source_id,
            d.zone,
            d.local_date,
            false as ends_search
        from touched_day as d
        union all
        select
            h.source_id,
            h.zone,
            before.local_date,
            exists (
                select from journal.notification as n
                where n.source_id = h.source_id
                    and n.occurred_at >= before.local_date::timestamp at time zone h.zone
                    and n.occurred_at < (before.local_date + 1)::timestamp at time zone h.zone
            ) as ends_search
        from heard_day as h
        cross join lateral (
            select q.local_date
            from stats.daily_quality as q
            where q.source_id = h.source_id
                and q.local_date < h.local_date
            order by q.local_date desc
            limit 1
        ) as before
        where not h.ends_search
    ),
    stale_day as (
        insert into calls.stale_day (source_id, local_date)
        select distinct h.source_id, h.local_date
        from heard_day as h
        order by h.source_id, h.local_date
        on conflict do nothing
    ),
    last as (
        select t.ingest_xid, t.id
        from taken as t
        order by t.ingest_xid desc, t.id desc
        limit 1
    ),
    moved as (
        update calls.refresh_cursor as c
        set ingest_xid = l.ingest_xid,
            notification_id = l.id
        from last as l
    )
    select count(*)
    from taken
$$;
comment on function calls.take_new_notifications() is
    'Marks as stale what the notifications after the cursor touch (their calls, their days, and '
    'the earlier days whose silence they end, from the last one with a notification that has a '
    'time) and moves the cursor, in one statement and so in one snapshot; returns the number of '
    'notifications. Takes only transactions older than every running one, so none that commits '
    'later is skipped. The caller holds the lock of the cursor''s table.';
