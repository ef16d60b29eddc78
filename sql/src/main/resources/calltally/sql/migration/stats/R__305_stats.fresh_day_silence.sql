create or replace view ${stats}.fresh_day_silence as
with longest_silence as (
    select
        d.source_id,
        d.local_date,
        g.seconds as longest_silence_seconds,
        g.gap_starts_at as silence_starts_at,
        g.gap_ends_at as silence_ends_at
    from ${calls}.stale_day as d
    cross join lateral (
        select *
        from stats.silence_on(d.source_id, d.local_date, null) as g
        order by g.seconds desc, g.gap_starts_at
        limit 1
    ) as g
),
call_gap as (
    select
        d.source_id,
        d.local_date,
        round(
            extract(
                epoch from c.started_at - lag(c.started_at) over (
                    partition by d.source_id, d.local_date, h.starts_at
                    order by c.started_at)),
            3) as seconds
    from ${calls}.stale_day as d
    cross join lateral stats.shift_on(d.source_id, d.local_date) as h
    -- A day at a time, as in fresh_daily_manager.
    cross join lateral (
        select c.started_at
        from ${calls}.call as c
        where c.source_id = d.source_id
            -- A shift past midnight ends on the next date.
            and c.local_date >= d.local_date
            and c.local_date <= d.local_date + 1
            and c.started_at >= h.starts_at
            and c.started_at < h.ends_at
        offset 0
    ) as c
),
gap_sum as (
    select
        g.source_id,
        g.local_date,
        count(*)::integer as gaps,
        max(g.seconds) filter (where g.seconds <= 2400) as short_gap_seconds,
        array_agg(g.seconds order by g.seconds)
            filter (where g.seconds > 2400) as long_gaps_seconds
    from call_gap as g
    where g.seconds is not null
    group by g.source_id, g.local_date
)
select
    source_id,
    local_date,
    l.longest_silence_seconds,
    l.silence_starts_at,
    l.silence_ends_at,
    g.gaps,
    g.short_gap_seconds,
    g.long_gaps_seconds
from longest_silence as l
full join gap_sum as g using (source_id, local_date);
comment on view ${stats}.fresh_day_silence is
    'One row per stale day with working hours: the working time without a notification, and the '
    'gaps between the starts of consecutive calls within one shift. The time up to the end of the '
    'last shift counts once something was received after the end.';
comment on column ${stats}.fresh_day_silence.source_id is 'The source.';
comment on column ${stats}.fresh_day_silence.local_date is
    'The local date on which the shifts start.';
comment on column ${stats}.fresh_day_silence.longest_silence_seconds is
    'Seconds: the longest working time without a notification; breaks do not count.';
comment on column ${stats}.fresh_day_silence.silence_starts_at is
    'When it began; the earliest of equals.';
comment on column ${stats}.fresh_day_silence.silence_ends_at is 'When it ended.';
comment on column ${stats}.fresh_day_silence.gaps is
    'Gaps between the starts of consecutive calls; null without one.';
comment on column ${stats}.fresh_day_silence.short_gap_seconds is
    'Seconds: the longest gap up to 40 minutes; null without one.';
comment on column ${stats}.fresh_day_silence.long_gaps_seconds is
    'Seconds: all gaps above 40 minutes in ascending order; null without one.';
