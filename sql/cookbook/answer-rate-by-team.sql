-- How many of the calls that they could have answered does each department's team pick up?
-- Sums of the last 4 weeks over the managers of a department; no rate where the exchange does not
-- tell how rings end.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    d.department,
    count(distinct d.manager) as managers,
    sum(d.answerable_calls) as answerable_calls,
    sum(d.picked_up_calls) as picked_up_calls,
    analytics.manager_answer_rate(
        sum(d.picked_up_calls), sum(d.answerable_calls), sum(d.untold), sum(d.attempts)
    ) as answer_rate,
    sum(d.busy_in_call) as busy_in_call,
    sum(d.transfers_out) as transfers_out
from parameters as p
join analytics.daily_manager as d
    on d.source = p.source
    and d.local_date >= p.from_date
    and d.local_date < p.until_date
group by d.department
order by answer_rate nulls last, d.department;
