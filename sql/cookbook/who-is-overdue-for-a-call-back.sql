-- Who has waited longer for a call-back than the deadline permits?
-- Customers with a missed call whose deadline (callback in the configuration) has passed in the
-- working hours of its line, the longest overdue first. None without a deadline.
with parameters as (
    select
        'main' as source,
        now() as judged_at
)
select
    d.customer,
    d.missed_calls,
    d.first_missed_at,
    d.last_missed_at,
    coalesce(d.line_name, d.line) as line,
    d.overdue_since
from parameters as p
cross join lateral analytics.callback_deadlines(p.source, p.judged_at) as d
where d.overdue_since is not null
order by d.overdue_since, d.customer;
