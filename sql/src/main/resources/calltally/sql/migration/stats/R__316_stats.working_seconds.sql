create or replace function stats.working_seconds(
    source_id integer,
    since timestamptz,
    until timestamptz)
    returns numeric
    language sql
    stable
as $$
    select coalesce(
        sum(extract(epoch from least(h.ends_at, until) - greatest(h.starts_at, since))), 0)
    from config.source as s
    -- A shift may have started the evening before.
    cross join lateral generate_series(
        (since at time zone s.zone)::date::timestamp - interval '1 day',
        (until at time zone s.zone)::date::timestamp,
        interval '1 day') as d (day)
    cross join lateral stats.shift_on(working_seconds.source_id, d.day::date) as h
    where s.source_id = working_seconds.source_id
        and h.starts_at < until
        and h.ends_at > since
$$;
comment on function stats.working_seconds(integer, timestamptz, timestamptz) is
    'Seconds: the working time of a source''s shifts between two instants.';
