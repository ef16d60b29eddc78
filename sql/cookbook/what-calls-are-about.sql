-- What are the calls about: which tags were set, and how do those calls go?
-- Tagged calls of the last 4 weeks. Empty if nobody tags calls in the exchange.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    tag.name as tag,
    count(*) as calls,
    count(distinct c.customer) as customers,
    count(*) filter (where c.outcome = 'answered') as answered,
    round(avg(c.talk_seconds) / 60, 1) as talk_minutes_average
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
cross join lateral unnest(c.tags) as tag (name)
where not c.is_internal
group by tag.name
order by calls desc, tag;
