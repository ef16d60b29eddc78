-- Was yesterday a usual day?
-- Yesterday next to the same weekday a week earlier and the mean of the last four; days without
-- calls are left out.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 29 as from_date,
        analytics.today('main') as until_date
),
day as (
    select
        f.starts_on as local_date,
        f.incoming,
        f.missed,
        f.answer_rate,
        f.service_level,
        f.missed_callers,
        f.wait_answered_median,
        p.until_date - f.starts_on as days_ago
    from parameters as p
    cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'day') as f
    where (p.until_date - 1 - f.starts_on) % 7 = 0
)
select
    figure.name as figure,
    max(figure.value) filter (where d.days_ago = 1) as yesterday,
    max(figure.value) filter (where d.days_ago = 8) as a_week_before,
    round(avg(figure.value) filter (where d.days_ago > 1), 4) as usual,
    count(figure.value) filter (where d.days_ago > 1) as days
from day as d
cross join lateral (values
    (1, 'incoming', d.incoming::numeric),
    (2, 'missed', d.missed::numeric),
    (3, 'answer rate', d.answer_rate),
    (4, 'service level', d.service_level),
    (5, 'missed callers', d.missed_callers::numeric),
    (6, 'median wait, seconds', d.wait_answered_median)
) as figure (place, name, value)
group by figure.place, figure.name
order by figure.place;
