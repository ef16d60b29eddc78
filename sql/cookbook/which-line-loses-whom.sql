-- Which line loses callers, and why?
-- Missed calls of the last 4 weeks by line and reason; a reason that stands out shows what to
-- change. A number without a name may be a manager's own.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    coalesce(f.line_name, f.line) as line,
    f.department,
    f.incoming,
    f.missed,
    f.missed_rate,
    f.missed_caller_gave_up as gave_up,
    f.missed_no_answer as no_answer,
    f.missed_busy as busy,
    f.missed_unavailable as unavailable,
    f.missed_not_offered as not_offered,
    f.missed_outside_hours as outside_hours,
    f.wait_missed_median
from parameters as p
cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'line') as f
where f.incoming > 0
order by f.missed desc, f.line;
