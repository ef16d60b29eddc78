-- Which customers called three times or more on one day, and did they get through?
-- The last 4 weeks, most calls first.
with parameters as (
    select
        'main' as source,
        current_date - 28 as from_date,
        current_date as until_date
)
select
    c.local_date,
    c.customer,
    count(*) as calls,
    count(*) filter (where c.outcome = 'missed') as missed,
    min(c.started_at) as first_call_at,
    min(c.started_at) filter (where c.outcome = 'answered') as answered_at,
    string_agg(distinct coalesce(c.line_name, c.line), ', ') as lines
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
where c.direction = 'incoming'
    and c.customer is not null
    and not c.is_internal
group by c.local_date, c.customer
having count(*) >= 3
order by calls desc, c.local_date desc, c.customer;
