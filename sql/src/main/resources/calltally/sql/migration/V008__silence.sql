-- The silence within working hours, of the days whose statistics are computed anew.

create index notification_without_time on journal.notification_other (source_id, received_at)
    where occurred_at = '-infinity';
comment on index journal.notification_without_time is 'Serves the data quality of a day: events without a time count on the day of their arrival.';

create function stats.shift_on(source_id integer, local_date date) returns table (starts_at timestamptz, ends_at timestamptz)
    language sql
    stable
as $$
    select
        (shift_on.local_date + h.from_time) at time zone s.zone as starts_at,
        (shift_on.local_date + (h.to_time <= h.from_time)::integer + h.to_time) at time zone s.zone as ends_at
    from config.source as s
    join config.shift as h using (source_id)
    where s.source_id = shift_on.source_id
        and h.weekday = extract(isodow from shift_on.local_date)
        and not exists (
            select from config.holiday as o
            where o.source_id = shift_on.source_id
                and o.local_date = shift_on.local_date)
$$;
comment on function stats.shift_on(integer, date) is 'The shifts of a source that start on a local date, [starts_at, ends_at); none on a holiday. A local time that a change of the clock repeats means its second occurrence.';

create function stats.gap_in(source_id integer, starts_at timestamptz, ends_at timestamptz, known_until timestamptz)
    returns table (gap_starts_at timestamptz, gap_ends_at timestamptz)
    language sql
    stable
as $$
    select g.gap_starts_at, g.gap_ends_at
    from (
        select
            lag(t.at) over (order by t.at) as gap_starts_at,
            t.at as gap_ends_at
        from (
            select gap_in.starts_at as at
            union all
            select n.occurred_at
            from journal.notification as n
            where n.source_id = gap_in.source_id
                and n.occurred_at >= gap_in.starts_at
                and n.occurred_at < least(gap_in.ends_at, known_until)
            union all
            select least(gap_in.ends_at, known_until)
            where known_until is not null
                -- Not "exists a later one": that reads a month from its beginning.
                or gap_in.ends_at <= (
                    select max(n.occurred_at) from journal.notification as n where n.source_id = gap_in.source_id)
        ) as t
    ) as g
    where g.gap_starts_at is not null
$$;
comment on function stats.gap_in(integer, timestamptz, timestamptz, timestamptz) is 'The times within a shift between one notification and the next, from its start to its end. Without known_until the time up to the end counts as soon as something was received after it; with it, up to that instant.';

create view stats.stale_day_silence as
with gap as (
    select
        d.source_id,
        d.local_date,
        g.gap_starts_at as starts_at,
        g.gap_ends_at as ends_at,
        round(extract(epoch from g.gap_ends_at - g.gap_starts_at), 3) as seconds
    from calls.stale_day as d
    cross join lateral stats.shift_on(d.source_id, d.local_date) as h
    -- Each shift by itself: one range of the key, however many days there are.
    cross join lateral stats.gap_in(d.source_id, h.starts_at, h.ends_at, null) as g
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

comment on view stats.stale_day_silence is 'One row per stale day with working hours: the times within its shifts without a notification. The time up to the end of a shift counts as soon as something was received after it.';
comment on column stats.stale_day_silence.source_id is 'The source.';
comment on column stats.stale_day_silence.local_date is 'The local date on which the shifts start.';
comment on column stats.stale_day_silence.longest_silence_seconds is 'Seconds: the longest of them.';
comment on column stats.stale_day_silence.silence_starts_at is 'When it began, the earliest of equals.';
comment on column stats.stale_day_silence.silence_ends_at is 'When it ended.';
comment on column stats.stale_day_silence.gaps is 'How many there are.';
comment on column stats.stale_day_silence.short_gap_seconds is 'Seconds: the longest up to 40 minutes; null without one.';
comment on column stats.stale_day_silence.long_gaps_seconds is 'Seconds: all above 40 minutes in ascending order; null without one.';
