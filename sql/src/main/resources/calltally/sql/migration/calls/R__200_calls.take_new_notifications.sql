-- The first notification of a day ends the silence of the day before; later ones change no earlier
-- day, unless a shift lasts past midnight. A day with only events without a time ends no silence:
-- the last earlier day with other notifications is computed again too.
drop function if exists calls.take_new_notifications();

create or replace function calls.take_new_notifications(asked_slice integer) returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with recursive passed as materialized (
        select
            n.source_id,
            n.pbx_id,
            n.occurred_at,
            n.received_at,
            n.ingest_xid,
            n.id,
            n.source_id % (select count(*) from calls.refresh_cursor) = asked_slice as is_taken
        from calls.refresh_cursor as c
        join journal.notification as n
            on (n.ingest_xid, n.id) > (c.ingest_xid, c.notification_id)
        where c.slice = asked_slice
            and n.ingest_xid < pg_snapshot_xmin(pg_current_snapshot())
    ),
    marked_call as (
        delete from calls.marked_call as m
        where m.source_id % (select count(*) from calls.refresh_cursor) = asked_slice
        returning m.source_id, m.pbx_id
    ),
    marked_day as (
        delete from calls.marked_day as m
        where m.source_id % (select count(*) from calls.refresh_cursor) = asked_slice
        returning m.source_id, m.local_date
    ),
    stale_call as (
        insert into calls.stale_call (source_id, pbx_id)
        select p.source_id, p.pbx_id
        from passed as p
        where p.is_taken
            and p.pbx_id is not null
            and isfinite(p.occurred_at)
        union
        select m.source_id, m.pbx_id
        from marked_call as m
        order by source_id, pbx_id
        on conflict do nothing
    ),
    touched_day as (
        select
            t.source_id,
            t.zone,
            t.local_date,
            min(t.occurred_at) as first_at,
            bool_and(isfinite(t.occurred_at)) as has_times_only
        from (
            select
                p.source_id,
                p.occurred_at,
                s.zone,
                ((case when isfinite(p.occurred_at) then p.occurred_at else p.received_at end)
                    at time zone s.zone)::date as local_date
            from passed as p
            join config.source as s using (source_id)
            where p.is_taken
        ) as t
        group by t.source_id, t.zone, t.local_date
    ),
    -- Each of them, and the days back to the last one with a notification.
    heard_day as (
        select
            d.source_id,
            d.zone,
            d.local_date,
            d.has_times_only
                and exists (
                    select from journal.notification as n
                    where n.source_id = d.source_id
                        and n.occurred_at >= d.local_date::timestamp at time zone d.zone
                        and n.occurred_at < d.first_at)
                and not exists (
                    select from config.shift as h
                    where h.source_id = d.source_id
                        and h.weekday = extract(isodow from d.local_date - 1)
                        and h.to_time <= h.from_time) as ends_search
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
        select h.source_id, h.local_date
        from heard_day as h
        union
        select m.source_id, m.local_date
        from marked_day as m
        order by source_id, local_date
        on conflict do nothing
    ),
    last as (
        select p.ingest_xid, p.id
        from passed as p
        order by p.ingest_xid desc, p.id desc
        limit 1
    ),
    moved as (
        update calls.refresh_cursor as c
        set ingest_xid = l.ingest_xid,
            notification_id = l.id
        from last as l
        where c.slice = asked_slice
    )
    select count(*)
    from passed as p
    where p.is_taken
$$;
comment on function calls.take_new_notifications(integer) is
    'Marks as stale what the notifications after the slice''s cursor touch (their calls, their '
    'days, and the earlier days whose silence they end, from the last one with a notification that '
    'has a time) and what changes of settings, retention or an erasure have marked, and moves the '
    'cursor, in one statement and so in one snapshot; returns the number of notifications. Takes '
    'only transactions older than every running one, so none that commits later is skipped. The '
    'caller holds the lock of the slice''s cursor.';
