-- The incremental reading of the journal: every committed notification is taken exactly once.

create function calls.take_new_notifications() returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with taken as materialized (
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
            ((case when isfinite(t.occurred_at) then t.occurred_at else t.received_at end) at time zone s.zone)::date as local_date
        from taken as t
        join config.source as s using (source_id)
    ),
    stale_day as (
        insert into calls.stale_day (source_id, local_date)
        select d.source_id, d.local_date
        from touched_day as d
        union
        select d.source_id, before.local_date
        from touched_day as d
        cross join lateral (
            select q.local_date
            from stats.daily_quality as q
            where q.source_id = d.source_id
                and q.local_date < d.local_date
            order by q.local_date desc
            limit 1
        ) as before
        order by source_id, local_date
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
comment on function calls.take_new_notifications() is 'Marks what the notifications after the cursor touch (their calls, their days, and the day before each, whose silence they end) and moves the cursor, in one statement and so in one snapshot; returns how many there were. Takes only transactions older than every one still running, so that none that commits later is passed over. The caller holds the lock of the cursor''s row.';

create function calls.cursor_is_of_this_cluster() returns boolean
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from calls.refresh_cursor as c
        join pg_control_system() as s using (system_identifier))
$$;
comment on function calls.cursor_is_of_this_cluster() is 'False after a restore into another PostgreSQL cluster, whose transaction numbers mean something else: then everything is taken anew.';

create procedure calls.analyze_stale()
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze calls.stale_call;
    analyze calls.stale_day;
end
$$;
comment on procedure calls.analyze_stale() is 'Tells the planner how much a large refresh has marked, which autovacuum cannot see within its transaction.';

create procedure calls.analyze_derived()
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze calls.call;
    analyze calls.attempt;
    analyze calls.stale_customer;
    analyze calls.stale_day;
end
$$;
comment on procedure calls.analyze_derived() is 'Tells the planner how much a large refresh has derived, which autovacuum cannot see within its transaction.';
