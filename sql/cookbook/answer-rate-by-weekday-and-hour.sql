-- At which hours of which weekdays do we answer least?
-- Local hours of the last 8 weeks, the worst first; weekday 1 is Monday; hours with fewer than 20
-- calls are left out.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
)
select
    f.weekday,
    f.local_hour,
    f.incoming,
    f.missed,
    f.answer_rate,
    f.wait_missed_median
from parameters as p
cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'weekday_hour') as f
where f.answered + f.missed >= 20
order by f.answer_rate, f.missed desc, f.weekday, f.local_hour;
