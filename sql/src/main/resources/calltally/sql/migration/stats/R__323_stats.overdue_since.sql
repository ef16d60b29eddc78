-- Seconds, not days: a day of the zone has 23 or 25 hours twice a year.
create or replace function stats.overdue_since(
    source_id integer,
    line text,
    missed_at timestamptz,
    deadline interval,
    in_working_hours boolean,
    at timestamptz)
    returns timestamptz
    language sql
    stable
as $$
    with shift as (
        select
            greatest(h.starts_at, missed_at) as starts_at,
            extract(epoch from h.ends_at - greatest(h.starts_at, missed_at)) as seconds
        from config.source as s
        -- A shift may have started the evening before.
        cross join lateral generate_series(
            (missed_at at time zone s.zone)::date::timestamp - interval '1 day',
            (at at time zone s.zone)::date::timestamp,
            interval '1 day') as d (day)
        cross join lateral stats.line_shift_on(
            overdue_since.source_id, overdue_since.line, d.day::date) as h
        where s.source_id = overdue_since.source_id
            and h.ends_at > missed_at
            and h.starts_at < at
    ),
    worked as (
        select
            h.starts_at,
            h.seconds,
            sum(h.seconds) over (order by h.starts_at) as total
        from shift as h
    ),
    passed as (
        (select
            w.starts_at + interval '1 second'
                * (extract(epoch from deadline) - (w.total - w.seconds))::double precision as at
        from worked as w
        where in_working_hours
            and stats.line_has_hours(overdue_since.source_id, overdue_since.line)
            and w.total > extract(epoch from deadline)
        order by w.starts_at
        limit 1)
        union all
        select
            missed_at + interval '1 second' * extract(epoch from deadline)::double precision
        where not in_working_hours
            or not stats.line_has_hours(overdue_since.source_id, overdue_since.line)
    )
    select p.at
    from passed as p
    where p.at < overdue_since.at
$$;
comment on function stats.overdue_since(
    integer, text, timestamptz, interval, boolean, timestamptz) is
    'When the working time since a missed call exceeds its deadline: within the hours of its line, '
    'never at their end; null where that is not before the given instant. All time counts where '
    'no hours are configured, or without in_working_hours.';
