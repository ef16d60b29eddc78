-- What service level does each department reach, in one query?
-- Sums of the last 4 weeks over each department's lines: sums add up, rates do not.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    d.department,
    sum(d.incoming) as incoming,
    analytics.rate(sum(d.answered)::bigint, sum(d.answered + d.missed)::bigint) as answer_rate,
    analytics.service_level(
        sum(d.answered_in_time)::bigint,
        sum(d.wait_answered_count)::bigint,
        sum(d.wait_missed_count)::bigint,
        sum(d.short_missed)::bigint
    ) as service_level,
    round(sum(d.wait_answered_sum) / nullif(sum(d.wait_answered_count), 0), 1) as wait_average,
    max(d.wait_max) as wait_longest
from parameters as p
join analytics.daily_line as d
    on d.source = p.source
    and d.local_date >= p.from_date
    and d.local_date < p.until_date
where d.incoming > 0
group by d.department
order by service_level, d.department;
