-- Does it help to ring a second and a third phone?
-- Rings of the last 4 weeks by their order in the call: how many there were, how many were answered
-- and how long they lasted.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    a.attempt_no as place,
    count(*) as rings,
    count(*) filter (where a.outcome = 'answered') as answered,
    analytics.rate(count(*) filter (where a.outcome = 'answered'), count(*)) as answered_share,
    count(*) filter (where a.outcome = 'caller_gave_up') as caller_gave_up,
    count(*) filter (where a.outcome in ('no_answer', 'busy', 'unavailable')) as went_on,
    round(avg(a.ring_seconds), 1) as ring_average
from parameters as p
join analytics.attempt as a
    on a.source = p.source
    and a.local_date >= p.from_date
    and a.local_date < p.until_date
group by a.attempt_no
order by place;
