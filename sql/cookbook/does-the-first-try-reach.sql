-- Does the first call-back reach the customer, or are several needed?
-- Missed calls of the last 4 weeks that were called back, by who called back first.
with parameters as (
    select
        'main' as source,
        current_date - 28 as from_date,
        current_date as until_date
)
select
    f.first_try_manager as manager,
    count(*) as called_back,
    count(*) filter (where f.contact_pbx_id = f.first_try_pbx_id) as reached_at_once,
    count(*) filter (where f.contact_pbx_id <> f.first_try_pbx_id) as reached_later,
    count(*) filter (where f.contact_pbx_id is null) as never_reached,
    analytics.rate(count(*) filter (where f.contact_pbx_id = f.first_try_pbx_id), count(*))
        as share_at_once
from parameters as p
join analytics.missed_call_follow_up as f
    on f.source = p.source
    and f.local_date >= p.from_date
    and f.local_date < p.until_date
where f.first_try_pbx_id is not null
group by f.first_try_manager
order by called_back desc, manager;
