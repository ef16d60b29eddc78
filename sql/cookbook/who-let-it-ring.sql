-- Who let it ring most?
-- Managers of the last 4 weeks by the share of rings that they let ring, among those counted:
-- answered, no answer and busy. low and high are the ends of its 95 % interval, which is wide for
-- few rings.
with parameters as (
    select
        'main' as source,
        current_date - 28 as from_date,
        current_date as until_date
)
select
    f.manager,
    f.department,
    f.counted,
    f.no_answer,
    f.no_answer_share,
    round(analytics.wilson_low(f.no_answer, f.counted), 4) as low,
    round(analytics.wilson_high(f.no_answer, f.counted), 4) as high,
    f.missed_calls
from parameters as p
cross join lateral analytics.manager_figures(p.source, p.from_date, p.until_date, 'period') as f
where f.counted > 0
order by f.no_answer_share desc, f.counted desc, f.manager;
