create or replace function calls.set_slices(wanted integer) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    least calls.refresh_cursor;
    refreshed constant timestamptz := ledger.refreshed_at();
    unended constant integer := (select max(u.begun) from calls.unended_refresh as u);
begin
    select c.*
    into strict least
    from calls.refresh_cursor as c
    order by c.ingest_xid, c.notification_id
    limit 1;
    delete from calls.refresh_cursor;
    insert into calls.refresh_cursor (
        slice, system_identifier, ingest_xid, notification_id, refreshed_at)
    select s.slice, least.system_identifier, least.ingest_xid, least.notification_id, refreshed
    from generate_series(0, wanted - 1) as s (slice);
    delete from calls.unended_refresh;
    insert into calls.unended_refresh (slice, begun)
    select s.slice, unended
    from generate_series(0, wanted - 1) as s (slice);
end
$$;
comment on function calls.set_slices(integer) is
    'Splits the sources into that many slices: source_id modulo their number. Every cursor starts '
    'at the least of those before, because what one has not read is in any of the new slices; what '
    'another has read is derived again, which changes nothing. The caller excludes refreshes.';
