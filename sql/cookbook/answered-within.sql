-- How many calls are answered within 5, 10, 20, 30 and 60 seconds?
-- Incoming calls of the last 4 weeks; shares of all answered and missed ones; the rest were missed
-- or waited longer.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
),
call as (
    select
        c.outcome,
        c.wait_seconds
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where c.direction = 'incoming'
        and c.outcome in ('answered', 'missed')
        and not c.is_internal
)
select
    within.seconds,
    count(*) filter (where c.outcome = 'answered' and c.wait_seconds <= within.seconds) as answered,
    analytics.rate(
        count(*) filter (where c.outcome = 'answered' and c.wait_seconds <= within.seconds),
        count(*)
    ) as share,
    count(*) filter (where c.outcome = 'missed' and c.wait_seconds <= within.seconds)
        as gone_by_then
from (values (5), (10), (20), (30), (60)) as within (seconds)
cross join call as c
group by within.seconds
order by within.seconds;
