-- Which long calls of the last week can I listen to?
-- Answered calls of five minutes or more that were recorded, the longest first.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 7 as from_date,
        analytics.today('main') as until_date,
        300 as at_least_seconds
)
select
    c.started_at,
    c.direction,
    c.manager,
    c.customer,
    coalesce(c.line_name, c.line) as line,
    round(c.talk_seconds / 60, 1) as talk_minutes,
    c.recording_url
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
where c.talk_seconds >= p.at_least_seconds
    and c.recording_url is not null
    and not c.is_internal
order by c.talk_seconds desc, c.started_at
limit 200;
