create or replace function ledger.uncounted_since() returns timestamptz
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select n.received_at
    from journal.notification as n
    where (n.ingest_xid, n.id) > (
        (select c.ingest_xid from calls.refresh_cursor as c),
        (select c.notification_id from calls.refresh_cursor as c))
    order by n.ingest_xid, n.id
    limit 1
$$;
comment on function ledger.uncounted_since() is
    'When the oldest notification that no refresh has taken yet was received; null without one. '
    'Shows that figures stand still even while refreshes succeed, because an open transaction '
    'holds them back.';
