-- Which quarter hours of the day are the busiest?
-- Incoming calls of the last 8 weeks by the quarter of a local hour in which they started.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date,
        analytics.zone('main') as zone
),
quarter as (
    select
        c.local_date,
        c.local_hour,
        extract(minute from c.started_at at time zone p.zone)::integer / 15 * 15 as minute,
        count(*) as calls,
        count(*) filter (where c.outcome = 'missed') as missed
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where c.direction = 'incoming'
        and not c.is_internal
    group by c.local_date, c.local_hour, minute
)
select
    to_char(make_time(q.local_hour, q.minute, 0), 'HH24:MI') as quarter,
    sum(q.calls) as calls,
    round(avg(q.calls), 1) as calls_on_a_day,
    max(q.calls) as most_on_a_day,
    analytics.rate(sum(q.missed)::bigint, sum(q.calls)::bigint) as missed_share
from quarter as q
group by q.local_hour, q.minute
order by calls desc, quarter
limit 20;
