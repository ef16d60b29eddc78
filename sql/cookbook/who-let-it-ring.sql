-- Who could have answered, and did not?
-- Managers of the last 4 weeks by the share of calls that they let ring or declined, among those
-- that they could have answered: a phone that was busy on another call does not count. low and
-- high are the ends of its 95 % interval, which is wide for few calls; without a share, the
-- exchange does not tell how rings end.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    f.manager,
    f.department,
    f.answerable_calls,
    f.picked_up_calls,
    1 - f.answer_rate as missed_share,
    1 - f.answer_rate_high as low,
    1 - f.answer_rate_low as high,
    f.busy_in_call,
    f.missed_calls
from parameters as p
cross join lateral analytics.manager_figures(p.source, p.from_date, p.until_date, 'period') as f
where f.answerable_calls > 0
order by missed_share desc nulls last, f.answerable_calls desc, f.manager;
