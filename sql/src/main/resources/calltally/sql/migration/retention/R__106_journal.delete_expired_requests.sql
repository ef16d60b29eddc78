create or replace function journal.delete_expired_requests(at timestamptz) returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    with gone as (
        delete from journal.rejected as r
        using config.source as s
        join config.retention as t using (source_id)
        cross join (select least(delete_expired_requests.at, clock_timestamp()) as at) as n
        where r.source_id = s.source_id
            -- Requests are stored raw, with all the numbers that they contain.
            and r.received_at < greatest(
                date_trunc(
                    'day', n.at at time zone s.zone - t.notification_months * interval '1 month')
                    at time zone s.zone,
                date_trunc('day', n.at at time zone s.zone - t.number_days * interval '1 day')
                    at time zone s.zone)
        returning r.source_id
    ),
    logged as (
        insert into journal.deletion_log (source_id, kind, affected_rows)
        select g.source_id, 'requests deleted', count(*)
        from gone as g
        group by g.source_id
        returning affected_rows
    )
    select coalesce(sum(l.affected_rows), 0)::bigint
    from logged as l
$$;
comment on function journal.delete_expired_requests(timestamptz) is
    'Deletes rejected requests that are older than their source keeps notifications or '
    'customers'' numbers; the counts per day stay. Returns how many.';
