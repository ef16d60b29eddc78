-- Which customers do we spend most time with?
-- Answered calls of the last 4 weeks in both directions, and the manager who speaks with the
-- customer most often.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    c.customer,
    count(*) filter (where c.direction = 'incoming') as incoming,
    count(*) filter (where c.direction = 'outgoing') as outgoing,
    round(sum(c.talk_seconds) / 60) as talk_minutes,
    mode() within group (order by c.manager) as mostly_with
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
where c.outcome = 'answered'
    and c.customer is not null
    and not c.is_internal
group by c.customer
order by talk_minutes desc nulls last, c.customer
limit 50;
