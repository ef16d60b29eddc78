-- How many missed calls were still open yesterday at closing time, and how many of them still are?
-- The same calls judged at two moments; open: nobody has reached the customer yet. Closing time is
-- 18:00 in the source's time zone unless you give another, such as 2026-10-01 18:00+03.
with parameters as (
    select
        'main' as source,
        (analytics.today('main') - 1 + time '18:00') at time zone analytics.zone('main')
            as closing_time
),
then_open as (
    select
        m.pbx_id,
        m.line,
        m.missed_at
    from parameters as p
    cross join lateral analytics.missed_call_at(p.closing_time) as m
    where m.source = p.source
        and m.missed_at >= p.closing_time - interval '7 days'
        and m.state in ('outstanding', 'tried')
)
select
    t.line,
    count(*) as open_then,
    count(*) filter (where m.state in ('outstanding', 'tried')) as open_now,
    count(*) filter (where m.state = 'expired') as given_up_since,
    min(t.missed_at) as oldest_missed_at
from parameters as p
cross join then_open as t
join analytics.missed_call as m
    on m.source = p.source
    and m.pbx_id = t.pbx_id
group by t.line
order by open_then desc, t.line;
