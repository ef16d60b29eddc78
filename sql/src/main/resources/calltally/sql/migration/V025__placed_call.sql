-- Whether a call placed was a call-back is looked up call by call. As exists (...) the planner may read every missed call of
-- the history instead, for the two days that a refresh computes.

create or replace view stats.placed_call as
select
    c.source_id,
    c.pbx_id,
    c.local_date,
    c.local_hour,
    c.manager,
    1 as outgoing,
    case when c.outcome = 'answered' then 1 end as connected,
    case when c.outcome = 'missed' then 1 end as outgoing_missed,
    c.talk_seconds as talk,
    case when c.outcome = 'answered' then (
        select 1
        from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer = c.customer
            and m.contact_pbx_id = c.pbx_id
        limit 1) end as callback,
    case when c.outcome <> 'answered' then (
        select 1
        from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer = c.customer
            and m.missed_at < c.started_at
            and m.missed_at >= c.started_at - s.callback_window
            and (m.contact_pbx_id is null
                or (m.contact_started_at, m.contact_pbx_id collate "C") > (c.started_at, c.pbx_id collate "C"))
        limit 1) end as callback_try,
    c.started_at as active_at
from calls.call as c
join config.source as s using (source_id)
where c.direction = 'outgoing'
    and c.manager is not null
    and not c.is_internal;
