-- The longest silence within working hours, of the days whose statistics are computed anew.

create index notification_without_time on journal.notification_other (source_id, received_at)
    where occurred_at = '-infinity';
comment on index journal.notification_without_time is 'Serves the data quality of a day: events without a time count on the day of their arrival.';

create view stats.stale_day_silence as
with shift as (
    select
        d.source_id,
        d.local_date,
        (d.local_date + h.from_time) at time zone s.zone as starts_at,
        (d.local_date + (h.to_time <= h.from_time)::integer + h.to_time) at time zone s.zone as ends_at
    from calls.stale_day as d
    join config.source as s using (source_id)
    join config.shift as h
        on h.source_id = d.source_id
        and h.weekday = extract(isodow from d.local_date)
    where not exists (
        select from config.holiday as o
        where o.source_id = d.source_id
            and o.local_date = d.local_date)
),
gap as (
    select
        h.source_id,
        h.local_date,
        g.longest
    from shift as h
    -- An aggregate of each shift by itself: one range of the key, however many days there are.
    cross join lateral (
        select max(m.silence) as longest
        from (
            select t.at - lag(t.at) over (order by t.at) as silence
            from (
                select h.starts_at as at
                union all
                select n.occurred_at
                from journal.notification as n
                where n.source_id = h.source_id
                    and n.occurred_at >= h.starts_at
                    and n.occurred_at < h.ends_at
                union all
                select h.ends_at
                where exists (
                    select from journal.notification as n
                    where n.source_id = h.source_id
                        and n.occurred_at >= h.ends_at)
            ) as t
        ) as m
    ) as g
)
select
    g.source_id,
    g.local_date,
    round(extract(epoch from max(g.longest)), 3) as longest_silence_seconds
from gap as g
group by g.source_id, g.local_date;

comment on view stats.stale_day_silence is 'One row per stale day with working hours: the longest time within a shift without a notification. The time up to the end of a shift counts as soon as something was received after it.';
comment on column stats.stale_day_silence.source_id is 'The source.';
comment on column stats.stale_day_silence.local_date is 'The local date on which the shifts start.';
comment on column stats.stale_day_silence.longest_silence_seconds is 'Seconds; null when nothing tells how long the silence was.';
