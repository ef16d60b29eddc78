-- Which voicemails of the last 2 weeks still need an answer?
-- Voicemails of customers whom nobody has reached since, the oldest first.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 14 as from_date,
        analytics.today('main') as until_date
)
select
    c.started_at,
    c.customer,
    coalesce(c.line_name, c.line) as line,
    m.state,
    m.tries,
    c.voicemail_url
from parameters as p
cross join lateral analytics.missed_callers(p.source, p.from_date, p.until_date, now()) as m
join analytics.call as c
    on c.source = p.source
    and c.customer = m.customer
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
where m.state in ('outstanding', 'tried', 'expired')
    and c.has_voicemail
order by c.started_at;
