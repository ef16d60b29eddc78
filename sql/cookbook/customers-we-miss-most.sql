-- Whose calls do we miss most?
-- Customers with the most missed calls of the last 4 weeks, the state of the last one, and how
-- often they got through.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
),
answered as (
    select
        c.customer,
        count(*) as calls
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where c.direction = 'incoming'
        and c.outcome = 'answered'
        and not c.is_internal
    group by c.customer
)
select
    m.customer,
    m.missed_calls,
    coalesce(a.calls, 0) as answered_calls,
    m.missed_at as last_missed_at,
    m.missed_reason as last_reason,
    m.state,
    m.called_back_by
from parameters as p
cross join lateral analytics.missed_callers(p.source, p.from_date, p.until_date, now()) as m
left join answered as a using (customer)
order by m.missed_calls desc, answered_calls, m.customer
limit 50;
