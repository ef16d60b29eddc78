-- How many customers call when we are closed, and at what time?
-- Incoming calls of the last 8 weeks outside working hours, by local hour. Empty without configured
-- working hours.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
)
select
    c.local_hour,
    count(*) as calls,
    count(distinct c.customer) as customers,
    count(*) filter (where c.outcome = 'answered') as answered,
    count(*) filter (where extract(isodow from c.local_date) >= 6) as at_weekends
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
where c.direction = 'incoming'
    and not c.is_internal
    and not c.in_working_hours
group by c.local_hour
order by c.local_hour;
