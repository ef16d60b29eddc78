create or replace function analytics.feed_quality(
    source text,
    from_date date,
    until_date date,
    at timestamptz default now())
    returns table (
        local_date date,
        has_working_hours boolean,
        notifications integer,
        duplicates bigint,
        rejected bigint,
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
    last_occurred_at timestamptz;
begin
    perform stats.plan_few_days_once(from_date, until_date);
    select max(n.occurred_at) into last_occurred_at
    from journal.notification as n
    where n.source_id = asked_source
        and n.occurred_at <= feed_quality.at;
    return query
    with day as (
        select g.day::date as local_date
        from generate_series(
            from_date::timestamp, until_date::timestamp - interval '1 day', interval '1 day'
        ) as g (day)
    ),
    shift as (
        select
            d.local_date,
            h.starts_at,
            h.ends_at
        from day as d
        cross join lateral stats.shift_on(asked_source, d.local_date) as h
    ),
    -- The refresh knows neither a silence that is still going on nor days without a row.
    unknown_day as (
        select distinct h.local_date
        from shift as h
        left join stats.daily_quality as q
            on q.source_id = asked_source
            and q.local_date = h.local_date
        where q.local_date is null
            or last_occurred_at is null
            or h.ends_at > last_occurred_at
    ),
    working_day as (
        select
            h.local_date,
            min(h.starts_at) as starts_at,
            max(h.ends_at) as ends_at
        from shift as h
        where h.starts_at < feed_quality.at
        group by h.local_date
    ),
    -- What was heard last before the day, first from its start on, and last on it.
    edge as (
        select
            d.local_date,
            coalesce(
                (select max(n.occurred_at)
                from journal.notification as n
                where n.source_id = asked_source
                    and n.occurred_at < d.starts_at
                    and n.occurred_at >= d.starts_at - interval '90 days'),
                -- A feed that has just begun was not silent before.
                (select d.starts_at
                where exists (
                    select from journal.notification as n
                    where n.source_id = asked_source
                        and n.occurred_at >= d.starts_at
                        and n.occurred_at < least(d.ends_at, feed_quality.at))),
                d.starts_at - interval '90 days') as heard_before,
            (select min(n.occurred_at)
            from journal.notification as n
            where n.source_id = asked_source
                and n.occurred_at >= d.starts_at
                and n.occurred_at <= feed_quality.at) as heard_next,
            (select max(n.occurred_at)
            from journal.notification as n
            where n.source_id = asked_source
                and n.occurred_at >= d.starts_at
                and n.occurred_at < least(d.ends_at, feed_quality.at)) as heard_last
        from working_day as d
    ),
    gap as (
        select
            u.local_date,
            g.gap_starts_at as starts_at,
            g.gap_ends_at as ends_at,
            g.seconds
        from unknown_day as u
        cross join lateral stats.silence_on(asked_source, u.local_date, feed_quality.at) as g
        union all
        select
            q.local_date,
            q.silence_starts_at,
            q.silence_ends_at,
            q.longest_silence_seconds
        from stats.daily_quality as q
        where q.source_id = asked_source
            and q.local_date >= from_date
            and q.local_date < until_date
            and q.longest_silence_seconds is not null
            and q.local_date not in (select u.local_date from unknown_day as u)
        union all
        -- Those that began before the day, and go on after it.
        select
            e.local_date,
            r.starts_at,
            r.ends_at,
            round(stats.working_seconds(asked_source, r.starts_at, r.ends_at), 3)
        from edge as e
        cross join lateral (
            select e.heard_before as starts_at, coalesce(e.heard_next, feed_quality.at) as ends_at
            union all
            select
                e.heard_last,
                coalesce(
                    (select min(n.occurred_at)
                    from journal.notification as n
                    where n.source_id = asked_source
                        and n.occurred_at > e.heard_last
                        and n.occurred_at <= feed_quality.at),
                    feed_quality.at)
            where e.heard_last is not null
        ) as r
    ),
    silence as (
        select distinct on (g.local_date)
            g.local_date,
            g.starts_at,
            g.ends_at,
            g.seconds
        from gap as g
        order by g.local_date, g.seconds desc, g.starts_at, g.ends_at
    ),
    day_sum as (
        select
            d.local_date,
            coalesce(q.notifications, 0) as notifications,
            coalesce(r.deliveries, 0) as duplicates,
            coalesce(j.requests, 0) as rejected,
            coalesce(q.calls, 0) as calls,
            coalesce(q.calls_complete, 0) as calls_complete,
            stats.silence_limit(
                u.gaps, u.short_gap_seconds, l.long_gaps_seconds,
                stats.longest_working_day(asked_source)) as silence_limit_seconds
        from day as d
        left join stats.daily_quality as q
            on q.source_id = asked_source
            and q.local_date = d.local_date
        left join journal.duplicate as r
            on r.source_id = asked_source
            and r.local_date = d.local_date
        left join journal.rejected_day as j
            on j.source_id = asked_source
            and j.local_date = d.local_date
        cross join lateral (
            select
                sum(b.gaps) as gaps,
                max(b.short_gap_seconds) as short_gap_seconds
            from stats.daily_quality as b
            where b.source_id = asked_source
                and b.local_date >= d.local_date - 28
                and b.local_date < d.local_date
        ) as u
        cross join lateral (
            select array_agg(g.seconds order by g.seconds) as long_gaps_seconds
            from stats.daily_quality as b
            cross join lateral unnest(b.long_gaps_seconds) as g (seconds)
            where b.source_id = asked_source
                and b.local_date >= d.local_date - 28
                and b.local_date < d.local_date
        ) as l
    )
    select
        d.local_date,
        exists (select from shift as h where h.local_date = d.local_date),
        d.notifications,
        d.duplicates,
        d.rejected,
        d.calls,
        d.calls_complete,
        analytics.rate(d.calls_complete, d.calls),
        s.seconds,
        s.starts_at,
        s.ends_at,
        d.silence_limit_seconds,
        d.calls_complete * 100 < d.calls * 95,
        coalesce(s.seconds > d.silence_limit_seconds, false),
        d.notifications + d.duplicates + d.rejected = 0
            and coalesce(s.seconds > d.silence_limit_seconds, false)
    from day_sum as d
    left join silence as s using (local_date)
    order by d.local_date;
end
$$;
comment on function analytics.feed_quality(text, date, date, timestamptz) is
    E'How reliable the feed of a source is: one row per local date in [from_date, until_date), as '
    'seen at the instant.\n\n'
    'Columns:\n'
    'local_date: The local date.\n'
    'has_working_hours: Whether a shift starts on the date.\n'
    'notifications: Notifications of the day.\n'
    'duplicates: Deliveries that repeated a notification.\n'
    'rejected: Requests that arrived on the date and could not become a notification.\n'
    'calls: Calls, internal ones included.\n'
    'calls_complete: Those with start, end and paired members.\n'
    'coverage: calls_complete / calls, 0 to 1; null without calls.\n'
    'longest_silence_seconds: Seconds: longest working time without a notification that touches '
    'the day, summed over shifts and days, including one still going on at the instant; null '
    'without a shift that began before the instant.\n'
    'silence_starts_at: When it began; the earliest of equals. At most 90 days back.\n'
    'silence_ends_at: When it ended: a notification, the end of the last shift, or the instant.\n'
    'silence_limit_seconds: Seconds: max(2 h, 3 * the 95th percentile of the times between the '
    'starts of consecutive calls within one shift, over the 28 local dates before); with fewer '
    'than 20 of them the working time of the longest day of the week.\n'
    'low_coverage: Coverage < 95 %.\n'
    'silent: longest_silence_seconds > silence_limit_seconds.\n'
    'no_data: Nothing at all was received on the date: no notification, duplicate or rejected '
    'request, and the silence that holds it is longer than the limit. Such a day has no figures, '
    'which is not the same as 0 calls.';
