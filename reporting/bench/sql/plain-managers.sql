-- Runs after plain-sums.sql: the sums of managers, as plain SQL for all days at once.

insert into daily_manager (
    source_id, local_date, manager, manager_number, department, attempts, calls_offered,
    calls_answered, answered, no_answer, busy, busy_in_call, unavailable, taken_by_another,
    caller_gave_up, other, untold, answerable_calls, picked_up_calls, missed_calls, ring_sum,
    ring_count, ring_median, ring_p90, ring_milliseconds, talk_sum, talk_count, transfers_in,
    transfers_out, outgoing, connected, outgoing_missed, outgoing_talk_sum, outgoing_talk_count,
    callbacks, callback_tries, first_activity, last_activity)
with ring as (
    select
        a.source_id,
        a.local_date,
        a.manager,
        a.pbx_id,
        a.outcome,
        a.busy_in_call,
        a.talk_seconds,
        a.transfer_in,
        a.transfer_out,
        case when a.outcome = 'answered' then a.ring_seconds end as ring_seconds,
        case when a.outcome = 'answered' then coalesce(a.started_at, a.ended_at) end as active_at,
        a.outcome = 'no_answer' and c.outcome = 'missed' as let_ring
    from attempt as a
    join call as c using (source_id, pbx_id)
    where a.manager is not null
        and not c.is_internal
),
ring_sum as (
    select
        r.source_id,
        r.local_date,
        r.manager,
        count(*) as attempts,
        count(distinct r.pbx_id) as calls_offered,
        count(*) filter (where r.outcome = 'answered') as answered,
        count(*) filter (where r.outcome = 'no_answer') as no_answer,
        count(*) filter (where r.outcome = 'busy') as busy,
        count(*) filter (where r.busy_in_call) as busy_in_call,
        count(*) filter (where r.outcome = 'unavailable') as unavailable,
        count(*) filter (where r.outcome = 'taken_by_another') as taken_by_another,
        count(*) filter (where r.outcome = 'caller_gave_up') as caller_gave_up,
        count(*) filter (where r.outcome in ('other', 'ringing', 'unknown')) as other,
        count(*) filter (where r.outcome = 'unknown') as untold,
        count(distinct r.pbx_id) filter (
            where r.outcome in ('answered', 'no_answer')
                or (r.outcome = 'busy' and not r.busy_in_call)) as answerable_calls,
        count(distinct r.pbx_id) filter (where r.outcome = 'answered') as picked_up_calls,
        count(distinct r.pbx_id) filter (where r.let_ring) as missed_calls,
        sum(r.ring_seconds) as ring_sum,
        count(r.ring_seconds) as ring_count,
        percentile_cont(0.5) within group (order by r.ring_seconds) as ring_median,
        percentile_cont(0.9) within group (order by r.ring_seconds) as ring_p90,
        array_agg((r.ring_seconds * 1000)::bigint order by r.ring_seconds) filter (
            where r.ring_seconds is not null) as ring_milliseconds,
        sum(r.talk_seconds) as talk_sum,
        count(distinct r.pbx_id) filter (
            where r.outcome = 'answered' and r.talk_seconds is not null) as talk_count,
        count(distinct r.pbx_id) filter (where r.transfer_in) as transfers_in,
        count(distinct r.pbx_id) filter (where r.transfer_out) as transfers_out,
        min(r.active_at) as first_activity,
        max(r.active_at) as last_activity
    from ring as r
    group by r.source_id, r.local_date, r.manager
),
answered_sum as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        count(*) as calls_answered
    from call as c
    where c.direction = 'incoming'
        and c.outcome = 'answered'
        and c.manager is not null
        and not c.is_internal
    group by c.source_id, c.local_date, c.manager
),
placed as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        c.outcome,
        c.talk_seconds,
        c.started_at,
        exists (
            select from missed_call as m
            where m.source_id = c.source_id
                and m.customer_key = c.customer_key
                and m.contact_pbx_id = c.pbx_id) as is_callback,
        -- No contact, while the customer waited for one.
        (c.outcome <> 'answered' or c.ended_at - c.answered_at < s.least_contact)
            and exists (
                select from missed_call as m
                where m.source_id = c.source_id
                    and m.customer_key = c.customer_key
                    and m.missed_at >= c.started_at - s.callback_window
                    and (m.missed_at <= c.started_at
                        or (c.outcome = 'answered' and m.missed_at < c.answered_at))
                    and coalesce(m.contact_since > c.started_at, true)) as is_try
    from call as c
    join source as s using (source_id)
    where c.direction = 'outgoing'
        and c.manager is not null
        and not c.is_internal
),
placed_sum as (
    select
        p.source_id,
        p.local_date,
        p.manager,
        count(*) as outgoing,
        count(*) filter (where p.outcome = 'answered') as connected,
        count(*) filter (where p.outcome = 'missed') as outgoing_missed,
        sum(p.talk_seconds) as outgoing_talk_sum,
        count(p.talk_seconds) as outgoing_talk_count,
        count(*) filter (where p.is_callback) as callbacks,
        count(*) filter (where p.is_try) as callback_tries,
        min(p.started_at) as first_activity,
        max(p.started_at) as last_activity
    from placed as p
    group by p.source_id, p.local_date, p.manager
),
person as (
    select
        d.source_id,
        d.local_date,
        n.manager,
        count(*) as numbers,
        min(n.number) as number,
        max(n.department) as department
    from (select distinct source_id, local_date from call) as d
    join manager_number as n
        on n.source_id = d.source_id
        and daterange(n.valid_from, n.valid_until) @> d.local_date
    group by d.source_id, d.local_date, n.manager
)
select
    source_id,
    local_date,
    manager,
    case when p.numbers is null then manager when p.numbers = 1 then p.number end as manager_number,
    p.department,
    coalesce(r.attempts, 0)::integer as attempts,
    coalesce(r.calls_offered, 0)::integer as calls_offered,
    coalesce(a.calls_answered, 0)::integer as calls_answered,
    coalesce(r.answered, 0)::integer as answered,
    coalesce(r.no_answer, 0)::integer as no_answer,
    coalesce(r.busy, 0)::integer as busy,
    coalesce(r.busy_in_call, 0)::integer as busy_in_call,
    coalesce(r.unavailable, 0)::integer as unavailable,
    coalesce(r.taken_by_another, 0)::integer as taken_by_another,
    coalesce(r.caller_gave_up, 0)::integer as caller_gave_up,
    coalesce(r.other, 0)::integer as other,
    coalesce(r.untold, 0)::integer as untold,
    coalesce(r.answerable_calls, 0)::integer as answerable_calls,
    coalesce(r.picked_up_calls, 0)::integer as picked_up_calls,
    coalesce(r.missed_calls, 0)::integer as missed_calls,
    coalesce(r.ring_sum, 0) as ring_sum,
    coalesce(r.ring_count, 0)::integer as ring_count,
    round(r.ring_median::numeric, 3) as ring_median,
    round(r.ring_p90::numeric, 3) as ring_p90,
    coalesce(r.ring_milliseconds, '{}') as ring_milliseconds,
    coalesce(r.talk_sum, 0) as talk_sum,
    coalesce(r.talk_count, 0)::integer as talk_count,
    coalesce(r.transfers_in, 0)::integer as transfers_in,
    coalesce(r.transfers_out, 0)::integer as transfers_out,
    coalesce(o.outgoing, 0)::integer as outgoing,
    coalesce(o.connected, 0)::integer as connected,
    coalesce(o.outgoing_missed, 0)::integer as outgoing_missed,
    coalesce(o.outgoing_talk_sum, 0) as outgoing_talk_sum,
    coalesce(o.outgoing_talk_count, 0)::integer as outgoing_talk_count,
    coalesce(o.callbacks, 0)::integer as callbacks,
    coalesce(o.callback_tries, 0)::integer as callback_tries,
    least(r.first_activity, o.first_activity) as first_activity,
    greatest(r.last_activity, o.last_activity) as last_activity
from ring_sum as r
full join answered_sum as a using (source_id, local_date, manager)
full join placed_sum as o using (source_id, local_date, manager)
left join person as p using (source_id, local_date, manager);
