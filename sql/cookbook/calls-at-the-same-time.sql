-- How many calls do we have at once at most, and are our channels enough?
-- Calls in both directions from start to end, day by day over the last 2 weeks, with the time of
-- the peak.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 14 as from_date,
        analytics.today('main') as until_date
),
change as (
    select
        c.local_date,
        at.instant,
        at.calls
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    cross join lateral (values (c.started_at, 1), (c.ended_at, -1)) as at (instant, calls)
    where c.ended_at is not null
),
level as (
    select
        n.local_date,
        n.instant,
        sum(n.calls) over (
            partition by n.local_date order by n.instant, n.calls rows unbounded preceding
        ) as at_once
    from change as n
)
select distinct on (l.local_date)
    l.local_date,
    l.at_once as most_at_once,
    l.instant as reached_at
from level as l
order by l.local_date desc, l.at_once desc, l.instant;
