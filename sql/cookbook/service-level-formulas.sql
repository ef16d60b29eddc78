-- What is our service level, and what would it be by the other formulas in use?
-- Week by week over the last 8 weeks. The first is ours: short calls that were missed do not count.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
)
select
    f.starts_on as week,
    f.answered,
    f.missed,
    f.answered_in_time,
    f.service_level as without_short_missed,
    f.service_level_of_answered as of_answered,
    f.service_level_of_all as of_all,
    f.service_level_without_missed_in_time as without_missed_in_time,
    f.service_level_with_missed_in_time as with_missed_in_time
from parameters as p
cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'week') as f
order by week;
