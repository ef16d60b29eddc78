-- At what time do customers pick up when we call them?
-- Calls placed in the last 8 weeks by local hour.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
)
select
    f.local_hour,
    f.outgoing,
    f.connected,
    f.connect_rate,
    round(analytics.wilson_low(f.connected, f.connected + f.outgoing_missed), 4) as low,
    round(analytics.wilson_high(f.connected, f.connected + f.outgoing_missed), 4) as high
from parameters as p
cross join lateral analytics.call_figures(p.source, p.from_date, p.until_date, 'hour') as f
where f.outgoing > 0
order by f.local_hour;
