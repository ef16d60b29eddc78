-- How long do callers wait before they give up?
-- Missed calls of the last 8 weeks in which the caller hung up, by the seconds of waiting, and the
-- share of callers who had hung up by then.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
),
gave_up as (
    select floor(c.wait_seconds / 5) * 5 as waited
    from parameters as p
    join analytics.call as c
        on c.source = p.source
        and c.local_date >= p.from_date
        and c.local_date < p.until_date
    where c.missed_reason = 'caller_gave_up'
        and c.wait_seconds is not null
        and not c.is_internal
)
select
    g.waited as waited_from,
    g.waited + 5 as waited_until,
    count(*) as callers,
    analytics.rate(sum(count(*)) over (order by g.waited)::bigint, sum(count(*)) over ()::bigint)
        as gone_by_then
from gave_up as g
group by g.waited
order by g.waited;
