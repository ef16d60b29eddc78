-- Who calls back the customers whom we missed?
-- The last 4 weeks: missed callers reached, tries that nobody answered, and other calls placed.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    f.manager,
    f.department,
    f.callbacks,
    f.callback_tries,
    f.outgoing,
    f.connect_rate,
    round(f.outgoing_talk_sum / 60) as outgoing_minutes
from parameters as p
cross join lateral analytics.manager_figures(p.source, p.from_date, p.until_date, 'period') as f
where f.outgoing > 0
order by f.callbacks desc, f.callback_tries desc, f.manager;
