-- Runs after plain-calls.sql: when calls engage the phones of managers. What touches is one time.

insert into engagement
with engaged as (
    select a.source_id, a.pbx_id, a.manager, a.started_at as since, a.ended_at as until
    from attempt as a
    where a.outcome <> 'busy'
    union all
    select a.source_id, a.pbx_id, a.manager, a.answered_at, coalesce(a.next_answered_at, v.ended_at)
    from answer as a
    join verdict as v using (source_id, pbx_id)
    where v.outcome = 'answered'
        and v.ended_at is not null
    union all
    select v.source_id, v.pbx_id, m.manager, v.started_at, v.ended_at
    from verdict as v
    join manager_number as m on m.source_id = v.source_id and m.number = v.caller
    where v.is_outgoing
)
select e.source_id, e.pbx_id, e.manager, lower(e.time), upper(e.time)
from (
    select
        g.source_id,
        g.pbx_id,
        g.manager,
        unnest(range_agg(tstzrange(g.since, g.until, '[]'))) as time
    from engaged as g
    where g.since is not null
        and g.until is not null
    group by g.source_id, g.pbx_id, g.manager
) as e;
