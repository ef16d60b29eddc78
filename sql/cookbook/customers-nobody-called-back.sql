-- Which customers did we lose: missed, never called back, and not heard from since?
-- Customers missed between 5 weeks and 1 week ago, and what they were worth in the quarter before:
-- calls answered, minutes spoken.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 35 as from_date,
        analytics.today('main') - 7 as until_date
),
lost as (
    select
        m.customer,
        m.missed_calls,
        m.missed_at,
        m.line_name,
        m.missed_reason
    from parameters as p
    cross join lateral analytics.missed_callers(p.source, p.from_date, p.until_date, now()) as m
    where m.state = 'expired'
)
select
    l.customer,
    l.missed_calls,
    l.missed_at,
    l.line_name,
    l.missed_reason,
    count(c.pbx_id) as answered_before,
    round(coalesce(sum(c.talk_seconds), 0) / 60) as minutes_before
from lost as l
cross join parameters as p
left join analytics.call as c
    on c.source = p.source
    and c.customer = l.customer
    and c.started_at >= l.missed_at - interval '90 days'
    and c.started_at < l.missed_at
    and c.outcome = 'answered'
group by l.customer, l.missed_calls, l.missed_at, l.line_name, l.missed_reason
order by minutes_before desc, l.missed_calls desc, l.customer
limit 100;
