create or replace function web.delete_expired_access(at timestamptz) returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    with gone as (
        delete from web.access as a
        using config.source as s
        left join config.retention as r using (source_id)
        cross join (select least(delete_expired_access.at, clock_timestamp()) as at) as n
        where a.source_id = s.source_id
            and a.opened_at < date_trunc(
                'day',
                n.at at time zone s.zone
                    - coalesce(r.page_access_months, 12) * interval '1 month')
                at time zone s.zone
        returning a.source_id
    ),
    logged as (
        insert into journal.deletion_log (source_id, kind, affected_rows)
        select g.source_id, 'page access deleted', count(*)
        from gone as g
        group by g.source_id
        returning affected_rows
    )
    select coalesce(sum(l.affected_rows), 0)::bigint
    from logged as l
$$;
comment on function web.delete_expired_access(timestamptz) is
    'Deletes from web.access what is older than its source keeps it, 12 months by default. Returns '
    'how many rows.';
