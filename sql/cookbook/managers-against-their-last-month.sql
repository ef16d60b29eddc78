-- How did each manager do last month, compared with the month before?
-- The last two complete months; the change of the answer rate is in percentage points.
with parameters as (
    select
        'main' as source,
        (date_trunc('month', analytics.today('main')) - interval '2 months')::date as from_date,
        date_trunc('month', analytics.today('main'))::date as until_date
),
month as (
    select
        f.manager,
        f.starts_on,
        f.attempts,
        f.calls_answered,
        f.answer_rate,
        f.ring_median,
        f.callbacks,
        lag(f.calls_answered) over (partition by f.manager order by f.starts_on)
            as calls_answered_before,
        lag(f.answer_rate) over (partition by f.manager order by f.starts_on) as answer_rate_before,
        lag(f.ring_median) over (partition by f.manager order by f.starts_on) as ring_median_before
    from parameters as p
    cross join lateral analytics.manager_figures(p.source, p.from_date, p.until_date, 'month') as f
)
select
    m.manager,
    m.attempts,
    m.calls_answered,
    m.calls_answered_before,
    m.answer_rate,
    round((m.answer_rate - m.answer_rate_before) * 100, 1) as answer_rate_change,
    m.ring_median,
    m.ring_median_before,
    m.callbacks
from parameters as p
join month as m on m.starts_on > p.from_date
order by answer_rate_change nulls last, m.manager;
