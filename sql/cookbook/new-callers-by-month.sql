-- How many new customers call us, month by month?
-- New: no call in either direction in the 90 days before; no value while the history is shorter
-- than that. The last 6 complete months.
with parameters as (
    select
        'main' as source,
        (date_trunc('month', analytics.today('main')) - interval '6 months')::date as from_date,
        date_trunc('month', analytics.today('main'))::date as until_date
)
select
    f.starts_on as month,
    f.incoming,
    f.unique_callers,
    f.new_callers,
    analytics.rate(f.new_callers, f.unique_callers) as new_share,
    f.missed_callers
from parameters as p
cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'month') as f
order by month;
