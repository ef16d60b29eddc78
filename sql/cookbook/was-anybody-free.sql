-- When calls were missed, was everybody on the phone, or was somebody free?
-- Missed calls of the last 2 weeks by local hour, and how many managers were talking when they
-- came, of those active on the day.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 14 as from_date,
        analytics.today('main') as until_date
),
call as materialized (
    select
        c.pbx_id,
        c.direction,
        c.local_date,
        c.local_hour,
        c.started_at,
        c.answered_at,
        c.ended_at,
        c.outcome,
        c.manager
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where not c.is_internal
),
missed as (
    select
        m.pbx_id,
        m.local_date,
        m.local_hour,
        count(distinct t.manager) as talking
    from call as m
    left join call as t
        on t.local_date = m.local_date
        and t.outcome = 'answered'
        and t.answered_at <= m.started_at
        and t.ended_at > m.started_at
    where m.direction = 'incoming'
        and m.outcome = 'missed'
    group by m.pbx_id, m.local_date, m.local_hour
),
active as (
    select
        c.local_date,
        count(distinct c.manager) as managers
    from call as c
    where c.outcome = 'answered'
    group by c.local_date
)
select
    m.local_hour,
    count(*) as missed,
    round(avg(m.talking), 1) as talking,
    round(avg(a.managers), 1) as active_that_day,
    count(*) filter (where m.talking < a.managers) as while_somebody_was_free
from missed as m
left join active as a using (local_date)
group by m.local_hour
order by m.local_hour;
