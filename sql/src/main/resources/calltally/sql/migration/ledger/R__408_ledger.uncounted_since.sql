create or replace function ledger.uncounted_since() returns timestamptz
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select min(o.received_at)
    from calls.refresh_cursor as c
    cross join lateral (
        select n.received_at
        from journal.notification as n
        where (n.ingest_xid, n.id) > (c.ingest_xid, c.notification_id)
            and n.source_id % (select count(*) from calls.refresh_cursor) = c.slice
        order by n.ingest_xid, n.id
        limit 1
    ) as o
$$;
comment on function ledger.uncounted_since() is
    'When the oldest notification that no refresh has taken yet was received; null without one. '
    'Shows that figures stand still even while refreshes succeed, because an open transaction '
    'holds them back.';
