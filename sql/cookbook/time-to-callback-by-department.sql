-- How long do missed callers wait for a call-back, department by department?
-- Customers missed in the last 4 weeks by their state now, and minutes until the first call to
-- them and until somebody spoke to them.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    f.department,
    f.missed_calls,
    f.callers,
    f.returned,
    f.came_back,
    f.tried + f.outstanding as waiting,
    f.expired as given_up,
    round(f.callback_median / 60, 1) as callback_median_minutes,
    round(f.contact_median / 60, 1) as contact_median_minutes
from parameters as p
cross join lateral analytics.callback_figures(
    p.source, p.from_date, p.until_date, now(), 'department') as f
order by f.callers desc, f.department;
