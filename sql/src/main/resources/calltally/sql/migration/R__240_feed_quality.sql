drop function if exists analytics.feed_quality(text, date, date, timestamptz);

create function analytics.feed_quality(
    source text,
    from_date date,
    until_date date,
    at timestamptz default now())
    returns table (
        local_date date,
        has_working_hours boolean,
        notifications integer,
        calls integer,
        calls_complete integer,
        coverage numeric,
        longest_silence_seconds numeric,
        silence_starts_at timestamptz,
        silence_ends_at timestamptz,
        silence_limit_seconds numeric,
        low_coverage boolean,
        silent boolean,
        no_data boolean)
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    asked_source constant integer := stats.source_named(source);
begin
    return query
    select
        d.local_date::date,
        exists (
            select from config.shift as h
            where h.source_id = asked_source
                and h.weekday = extract(isodow from d.local_date)),
        coalesce(q.notifications, 0),
        coalesce(q.calls, 0),
        coalesce(q.calls_complete, 0),
        analytics.rate(q.calls_complete, q.calls),
        q.longest_silence_seconds,
        null::timestamptz,
        null::timestamptz,
        7200::numeric,
        coalesce(q.calls_complete * 100 < q.calls * 95, false),
        coalesce(q.longest_silence_seconds > 7200, false),
        q.notifications is null
    from generate_series(from_date::timestamp, until_date::timestamp - interval '1 day', interval '1 day') as d (local_date)
    left join stats.daily_quality as q
        on q.source_id = asked_source
        and q.local_date = d.local_date::date
    order by 1;
end
$$;
comment on function analytics.feed_quality(text, date, date, timestamptz) is 'Thin for now.';
