-- On which lines do callers hang up immediately?
-- Missed calls shorter than the short-call limit (5 seconds by default) in the last 4 weeks:
-- perhaps a number that is often misdialled, or an announcement that puts callers off.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    coalesce(d.line_name, d.line) as line,
    sum(d.incoming) as incoming,
    sum(d.missed) as missed,
    sum(d.short_missed) as at_once,
    analytics.rate(sum(d.short_missed)::bigint, sum(d.missed)::bigint) as share_of_missed,
    max(d.local_date) filter (where d.short_missed > 0) as last_on
from parameters as p
join analytics.daily_line as d
    on d.source = p.source
    and d.local_date >= p.from_date
    and d.local_date < p.until_date
where d.incoming > 0
group by d.line, d.line_name
order by at_once desc, missed desc, line;
