-- After which manager's calls do customers call again within a day?
-- Incoming calls answered in the last 4 weeks: a customer who calls again within 24 hours was
-- perhaps not helped the first time.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
),
call as (
    select
        c.manager,
        c.outcome,
        c.local_date,
        c.started_at,
        lead(c.started_at) over (partition by c.customer order by c.started_at, c.pbx_id) as next_at
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date <= p.until_date
    where c.direction = 'incoming'
        and c.customer is not null
        and not c.is_internal
)
select
    c.manager,
    count(*) as calls,
    count(*) filter (where c.next_at < c.started_at + interval '24 hours') as called_again,
    analytics.rate(count(*) filter (where c.next_at < c.started_at + interval '24 hours'), count(*))
        as share
from parameters as p
join call as c on c.local_date < p.until_date
where c.outcome = 'answered'
    and c.manager is not null
group by c.manager
order by share desc, calls desc, c.manager;
