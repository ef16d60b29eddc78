create or replace function stats.days_between(
    source_id integer,
    since timestamptz,
    until timestamptz)
    returns table (day date)
    language sql
    stable
as $$
    select d.day::date
    from config.source as s
    -- A shift may have started the evening before.
    cross join lateral generate_series(
        (since at time zone s.zone)::date::timestamp - interval '1 day',
        (until at time zone s.zone)::date::timestamp,
        interval '1 day') as d (day)
    where s.source_id = days_between.source_id
$$;
comment on function stats.days_between(integer, timestamptz, timestamptz) is
    'The local dates of a source on which shifts start that are under way between two instants.';
