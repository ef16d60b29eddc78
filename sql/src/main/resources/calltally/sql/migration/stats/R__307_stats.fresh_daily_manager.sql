create or replace view ${stats}.fresh_daily_manager as
with ring_sum as (
    select
        r.source_id,
        r.local_date,
        r.manager,
        count(r.attempt) as attempts,
        count(distinct r.pbx_id) as calls_offered,
        count(r.answered) as answered,
        count(r.no_answer) as no_answer,
        count(r.busy) as busy,
        count(r.busy_in_call) as busy_in_call,
        count(r.unavailable) as unavailable,
        count(r.taken_by_another) as taken_by_another,
        count(r.caller_gave_up) as caller_gave_up,
        count(r.other) as other,
        count(r.untold) as untold,
        count(distinct r.answerable_call) as answerable_calls,
        count(distinct r.picked_up_call) as picked_up_calls,
        count(distinct r.missed_call) as missed_calls,
        sum(r.ring) as ring_sum,
        count(r.ring) as ring_count,
        percentile_cont('{0.5,0.9}'::float8[])
            within group (order by r.ring) as ring_percentiles,
        array_agg((r.ring * 1000)::bigint order by r.ring) filter (where r.ring is not null)
            as ring_milliseconds,
        sum(r.talk) as talk_sum,
        count(distinct r.talked_call) as talk_count,
        count(distinct r.transferred_in) as transfers_in,
        count(distinct r.transferred_out) as transfers_out,
        min(r.active_at) as first_activity,
        max(r.active_at) as last_activity
    from ${calls}.stale_day as d
    -- A day at a time, here and below: how few days are stale, the planner may not know, and it
    -- would read all calls for two days.
    cross join lateral (
        select *
        from ${stats}.counted_attempt as r
        where r.source_id = d.source_id
            and r.local_date = d.local_date
        offset 0
    ) as r
    group by r.source_id, r.local_date, r.manager
),
answered_sum as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        count(c.answered) as calls_answered
    from ${calls}.stale_day as d
    cross join lateral (
        select c.source_id, c.local_date, c.manager, c.answered
        from ${stats}.counted_call as c
        where c.source_id = d.source_id
            and c.local_date = d.local_date
            and c.answered = 1
            and c.manager is not null
        offset 0
    ) as c
    group by c.source_id, c.local_date, c.manager
),
placed_sum as (
    select
        p.source_id,
        p.local_date,
        p.manager,
        count(p.outgoing) as outgoing,
        count(p.connected) as connected,
        count(p.outgoing_missed) as outgoing_missed,
        sum(p.talk) as outgoing_talk_sum,
        count(p.talk) as outgoing_talk_count,
        count(p.callback) as callbacks,
        count(p.callback_try) as callback_tries,
        min(p.active_at) as first_activity,
        max(p.active_at) as last_activity
    from ${calls}.stale_day as d
    cross join lateral (
        select *
        from ${stats}.placed_call as p
        where p.source_id = d.source_id
            and p.local_date = d.local_date
        offset 0
    ) as p
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
    from ${calls}.stale_day as d
    join directory.manager_number as n
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
    round(r.ring_percentiles[1]::numeric, 3) as ring_median,
    round(r.ring_percentiles[2]::numeric, 3) as ring_p90,
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
comment on view ${stats}.fresh_daily_manager is
    'One row per stale day and manager, computed from calls and attempts; columns as in '
    'stats.daily_manager.';
comment on column ${stats}.fresh_daily_manager.source_id is 'The source.';
comment on column ${stats}.fresh_daily_manager.local_date is
    'Local date of the start of the calls.';
comment on column ${stats}.fresh_daily_manager.manager is
    'The manager''s name in the directory, else their number.';
comment on column ${stats}.fresh_daily_manager.manager_number is
    'The manager''s number; null when the directory lists several.';
comment on column ${stats}.fresh_daily_manager.department is
    'The manager''s department on that date; null when not given.';
comment on column ${stats}.fresh_daily_manager.attempts is
    'Rings of the manager''s phones: the sum of the seven outcomes.';
comment on column ${stats}.fresh_daily_manager.calls_offered is
    'Distinct calls among the attempts.';
comment on column ${stats}.fresh_daily_manager.calls_answered is
    'Answered incoming calls whose manager is this manager.';
comment on column ${stats}.fresh_daily_manager.answered is 'Attempts answered.';
comment on column ${stats}.fresh_daily_manager.no_answer is
    'Attempts that the manager did not answer.';
comment on column ${stats}.fresh_daily_manager.busy is 'Attempts that found the manager busy.';
comment on column ${stats}.fresh_daily_manager.busy_in_call is
    'Of the busy attempts, those that found the manager on another call.';
comment on column ${stats}.fresh_daily_manager.unavailable is
    'Attempts that found the phone unavailable.';
comment on column ${stats}.fresh_daily_manager.taken_by_another is
    'Attempts that ended because somebody else answered.';
comment on column ${stats}.fresh_daily_manager.caller_gave_up is
    'Attempts that ended because the caller hung up.';
comment on column ${stats}.fresh_daily_manager.other is
    'Attempts with the outcome other, ringing or unknown.';
comment on column ${stats}.fresh_daily_manager.untold is
    'Of other, those with the outcome unknown: the exchange does not tell how the ring ended.';
comment on column ${stats}.fresh_daily_manager.answerable_calls is
    'Distinct calls with an attempt that is answered, no_answer, or busy and not in a call: those '
    'that the manager could have answered.';
comment on column ${stats}.fresh_daily_manager.picked_up_calls is
    'Of these, the calls with an answered attempt.';
comment on column ${stats}.fresh_daily_manager.missed_calls is
    'Distinct missed calls in which the manager had an attempt no_answer.';
comment on column ${stats}.fresh_daily_manager.ring_sum is
    'Seconds: sum of known ring times of answered attempts.';
comment on column ${stats}.fresh_daily_manager.ring_count is
    'Answered attempts with a known ring time.';
comment on column ${stats}.fresh_daily_manager.ring_median is
    'Seconds: median ring time of answered attempts, continuous; null without one.';
comment on column ${stats}.fresh_daily_manager.ring_p90 is
    'Seconds: 90th percentile of the same, continuous; null without one.';
comment on column ${stats}.fresh_daily_manager.ring_milliseconds is
    'Milliseconds: these ring times, ascending, for the percentiles of several days.';
comment on column ${stats}.fresh_daily_manager.talk_sum is
    'Seconds: sum of the manager''s talk shares of incoming calls.';
comment on column ${stats}.fresh_daily_manager.talk_count is
    'Picked-up calls with a known talk share.';
comment on column ${stats}.fresh_daily_manager.transfers_in is
    'Answered incoming calls that another manager had answered before.';
comment on column ${stats}.fresh_daily_manager.transfers_out is
    'Answered incoming calls that another manager answered after.';
comment on column ${stats}.fresh_daily_manager.outgoing is 'Calls placed by the manager.';
comment on column ${stats}.fresh_daily_manager.connected is
    'Calls placed by the manager that were answered.';
comment on column ${stats}.fresh_daily_manager.outgoing_missed is
    'Calls placed by the manager that were not answered; with connected the denominator of the '
    'connect rate.';
comment on column ${stats}.fresh_daily_manager.outgoing_talk_sum is
    'Seconds: sum of known talks of the calls that the manager placed.';
comment on column ${stats}.fresh_daily_manager.outgoing_talk_count is
    'Calls placed by the manager, with a known talk.';
comment on column ${stats}.fresh_daily_manager.callbacks is
    'Calls placed by the manager that were the first contact of at least one missed or presumed '
    'missed call.';
comment on column ${stats}.fresh_daily_manager.callback_tries is
    'Calls placed by the manager to a customer waiting for a call-back that were no contact.';
comment on column ${stats}.fresh_daily_manager.first_activity is
    'First attempt answered (its start, else its end) or call placed; null without one.';
comment on column ${stats}.fresh_daily_manager.last_activity is
    'Last attempt answered or call placed; null without one.';
