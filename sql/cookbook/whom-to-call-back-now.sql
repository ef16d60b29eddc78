-- Whom should we call back now?
-- Customers who were missed and whom nobody has reached since; those of today first, then most
-- missed calls. missed_at and the columns after it describe the last missed call.
with parameters as (
    select
        'main' as source,
        analytics.today('main') as from_date,
        analytics.today('main') + 1 as until_date
)
select
    w.customer,
    w.of_period as today,
    w.missed_calls,
    w.tries,
    w.missed_at,
    coalesce(w.line_name, w.line) as line,
    w.missed_reason,
    round(w.wait_seconds) as waited_seconds
from parameters as p
cross join lateral analytics.waiting_callers(p.source, now(), p.from_date, p.until_date) as w;
