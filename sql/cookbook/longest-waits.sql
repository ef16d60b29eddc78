-- Who waited longest yesterday?
-- The 30 longest waits of incoming calls, answered or missed, with the phones that rang.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 1 as from_date,
        analytics.today('main') as until_date
)
select
    c.started_at,
    c.customer,
    coalesce(c.line_name, c.line) as line,
    c.wait_seconds,
    c.outcome,
    c.missed_reason,
    string_agg(a.manager || ' ' || a.outcome, ', ' order by a.attempt_no) as rings
from parameters as p
join analytics.call as c
    on c.source = p.source
    and c.local_date >= p.from_date
    and c.local_date < p.until_date
left join analytics.attempt as a
    on a.source = c.source
    and a.local_date = c.local_date
    and a.pbx_id = c.pbx_id
where c.direction = 'incoming'
    and c.wait_seconds is not null
    and not c.is_internal
group by
    c.started_at, c.pbx_id, c.customer, c.line_name, c.line, c.wait_seconds, c.outcome,
    c.missed_reason
order by c.wait_seconds desc, c.started_at
limit 30;
