-- What happened to yesterday's missed calls?
-- Each missed call and its state now: when and why it was missed, whether somebody called back, and
-- how soon.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 1 as from_date,
        analytics.today('main') as until_date
)
select
    m.missed_at,
    m.customer,
    coalesce(m.line_name, m.line) as line,
    m.missed_reason,
    m.state,
    m.called_back_by,
    round(m.seconds_to_callback / 60, 1) as minutes_to_callback,
    round(m.seconds_to_contact / 60, 1) as minutes_to_contact
from parameters as p
join analytics.judged_missed_call(now()) as m
    on m.source = p.source
    and m.local_date >= p.from_date
    and m.local_date < p.until_date
order by m.missed_at, m.pbx_id;
