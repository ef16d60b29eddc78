-- Which customers called three times or more on one day, and did they get through?
-- The last 4 weeks, most calls first. missed_before_answer: how often they called in vain on that
-- day until somebody answered, or at all if nobody did; call-backs are not considered.
with parameters as (
    select
        'main' as source,
        current_date - 28 as from_date,
        current_date as until_date
),
call as (
    select
        c.local_date,
        c.customer,
        c.started_at,
        c.outcome,
        coalesce(c.line_name, c.line) as line,
        min(c.started_at) filter (where c.outcome = 'answered')
            over (partition by c.local_date, c.customer) as first_answered_start
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where c.direction = 'incoming'
        and c.customer is not null
        and not c.is_internal
)
select
    c.local_date,
    c.customer,
    count(*) as calls,
    count(*) filter (where c.outcome = 'missed') as missed,
    count(*) filter (
        where c.outcome = 'missed'
            and c.started_at < coalesce(c.first_answered_start, 'infinity')
    ) as missed_before_answer,
    min(c.started_at) as first_call_at,
    min(c.first_answered_start) as first_answered_call_at,
    string_agg(distinct c.line, ', ') as lines
from call as c
group by c.local_date, c.customer
having count(*) >= 3
order by calls desc, c.local_date desc, c.customer;
