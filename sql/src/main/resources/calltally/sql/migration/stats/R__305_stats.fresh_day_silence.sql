create or replace view ${stats}.fresh_day_silence as
with gap as (
    select
        d.source_id,
        d.local_date,
        g.gap_starts_at as starts_at,
        g.gap_ends_at as ends_at,
        round(extract(epoch from g.gap_ends_at - g.gap_starts_at), 3) as seconds
    from ${calls}.stale_day as d
    cross join lateral stats.shift_on(d.source_id, d.local_date) as h
    -- One shift at a time, so each reads one range of the key, however many days there are.
    cross join lateral stats.silence_in_shift(d.source_id, h.starts_at, h.ends_at, null) as g
),
ranked_gap as (
    select
        g.source_id,
        g.local_date,
        g.starts_at,
        g.ends_at,
        g.seconds,
        max(g.seconds) over (partition by g.source_id, g.local_date) as longest
    from gap as g
)
select
    r.source_id,
    r.local_date,
    max(r.longest) as longest_silence_seconds,
    min(r.starts_at) filter (where r.seconds = r.longest) as silence_starts_at,
    min(r.ends_at) filter (where r.seconds = r.longest) as silence_ends_at,
    count(*)::integer as gaps,
    max(r.seconds) filter (where r.seconds <= 2400) as short_gap_seconds,
    array_agg(r.seconds order by r.seconds) filter (where r.seconds > 2400) as long_gaps_seconds
from ranked_gap as r
group by r.source_id, r.local_date;
comment on view ${stats}.fresh_day_silence is
    'One row per stale day with working hours: the times within its shifts without a '
    'notification. The time up to the end of a shift counts once something was received after the '
    'end.';
comment on column ${stats}.fresh_day_silence.source_id is 'The source.';
comment on column ${stats}.fresh_day_silence.local_date is
    'The local date on which the shifts start.';
comment on column ${stats}.fresh_day_silence.longest_silence_seconds is
    'Seconds: the longest of them.';
comment on column ${stats}.fresh_day_silence.silence_starts_at is
    'When it began; the earliest of equals.';
comment on column ${stats}.fresh_day_silence.silence_ends_at is 'When it ended.';
comment on column ${stats}.fresh_day_silence.gaps is 'How many there are.';
comment on column ${stats}.fresh_day_silence.short_gap_seconds is
    'Seconds: the longest up to 40 minutes; null without one.';
comment on column ${stats}.fresh_day_silence.long_gaps_seconds is
    'Seconds: all above 40 minutes in ascending order; null without one.';
