-- Which customers were never reached before their time ran out?
-- Customers whose call-back window of 7 days ended in the last 4 weeks without a contact; missed_at
-- and the columns after it describe their last missed call.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    n.customer,
    n.missed_calls,
    n.tries,
    n.missed_at,
    coalesce(n.line_name, n.line) as line,
    n.missed_reason,
    n.presumed
from parameters as p
cross join lateral analytics.never_reached_callers(
    p.source, p.from_date, p.until_date, now()) as n;
