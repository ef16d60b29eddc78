-- Does the first call-back reach the customer, or are several needed?
-- Missed calls of the last 4 weeks that were called back, by who called back first. Reached: they
-- talked for the least contact (5 s) or longer.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
),
called_back as (
    select
        f.pbx_id,
        f.contact_pbx_id,
        first.pbx_id as first_pbx_id,
        first.manager
    from parameters as p
    join analytics.missed_call_follow_up as f
        on f.source = p.source
        and f.local_date >= p.from_date
        and f.local_date < p.until_date
    cross join lateral (
        select c.pbx_id, c.manager
        from analytics.customer_call as c
        where c.source = f.source
            and c.customer_key = f.customer_key
            and c.direction = 'outgoing'
            and c.started_at = f.callback_started_at
        order by c.pbx_id
        limit 1
    ) as first
    where not f.presumed
)
select
    b.manager,
    count(*) as called_back,
    count(*) filter (where b.contact_pbx_id = b.first_pbx_id) as reached_at_once,
    count(*) filter (where b.contact_pbx_id <> b.first_pbx_id) as reached_later,
    count(*) filter (where b.contact_pbx_id is null) as never_reached,
    analytics.rate(count(*) filter (where b.contact_pbx_id = b.first_pbx_id), count(*))
        as share_at_once
from called_back as b
group by b.manager
order by called_back desc, b.manager;
