-- A given instant later than the database's own clock is replaced by the clock.
create or replace function journal.expiry(at timestamptz)
    returns table (
        source_id integer,
        notifications timestamptz,
        calls timestamptz,
        recordings timestamptz,
        numbers timestamptz)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    with now as (
        select least(expiry.at, clock_timestamp()) as at
    ),
    -- A month has the notifications of all sources: the one that keeps them longest decides.
    longest as (
        select case
            when count(*) = count(r.notification_months) then max(r.notification_months)
        end as months
        from config.source as s
        left join config.retention as r using (source_id)
        where s.active
            or exists (select from journal.notification as n where n.source_id = s.source_id)
    )
    select
        s.source_id,
        date_trunc('month', now.at - longest.months * interval '1 month'),
        date_trunc('day', now.at at time zone s.zone - r.call_months * interval '1 month')
            at time zone s.zone,
        date_trunc('day', now.at at time zone s.zone - r.recording_months * interval '1 month')
            at time zone s.zone,
        date_trunc('day', now.at at time zone s.zone - r.number_days * interval '1 day')
            at time zone s.zone
    from config.source as s
    left join config.retention as r using (source_id)
    cross join now
    cross join longest
$$;
comment on function journal.expiry(timestamptz) is
    'One row per source: the instants before which notifications, calls, links to recordings and '
    'customers'' plain numbers have expired at the given instant; null for what is kept forever.';
