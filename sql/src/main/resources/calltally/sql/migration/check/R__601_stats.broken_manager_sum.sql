create or replace view stats.broken_manager_sum as
with
ring_sum as (
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
        sum(r.talk) as talk_sum,
        count(distinct r.talked_call) as talk_count,
        count(distinct r.transferred_in) as transfers_in,
        count(distinct r.transferred_out) as transfers_out
    from stats.counted_attempt as r
    group by r.source_id, r.local_date, r.manager
),
answered_sum as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        count(c.answered) as calls_answered
    from stats.counted_call as c
    where c.answered = 1
        and c.manager is not null
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
        count(p.callback_try) as callback_tries
    from stats.placed_call as p
    group by p.source_id, p.local_date, p.manager
),
manager_sum as (
    select
        source_id,
        local_date,
        manager,
        coalesce(r.attempts, 0) as attempts,
        coalesce(r.calls_offered, 0) as calls_offered,
        coalesce(r.answered, 0) as answered,
        coalesce(r.no_answer, 0) as no_answer,
        coalesce(r.busy, 0) as busy,
        coalesce(r.busy_in_call, 0) as busy_in_call,
        coalesce(r.unavailable, 0) as unavailable,
        coalesce(r.taken_by_another, 0) as taken_by_another,
        coalesce(r.caller_gave_up, 0) as caller_gave_up,
        coalesce(r.other, 0) as other,
        coalesce(r.untold, 0) as untold,
        coalesce(r.answerable_calls, 0) as answerable_calls,
        coalesce(r.picked_up_calls, 0) as picked_up_calls,
        coalesce(r.missed_calls, 0) as missed_calls,
        coalesce(r.ring_sum, 0) as ring_sum,
        coalesce(r.ring_count, 0) as ring_count,
        coalesce(a.calls_answered, 0) as calls_answered,
        coalesce(r.talk_sum, 0) as talk_sum,
        coalesce(r.talk_count, 0) as talk_count,
        coalesce(r.transfers_in, 0) as transfers_in,
        coalesce(r.transfers_out, 0) as transfers_out,
        coalesce(p.outgoing, 0) as outgoing,
        coalesce(p.connected, 0) as connected,
        coalesce(p.outgoing_missed, 0) as outgoing_missed,
        coalesce(p.outgoing_talk_sum, 0) as outgoing_talk_sum,
        coalesce(p.outgoing_talk_count, 0) as outgoing_talk_count,
        coalesce(p.callbacks, 0) as callbacks,
        coalesce(p.callback_tries, 0) as callback_tries
    from ring_sum as r
    full join answered_sum as a using (source_id, local_date, manager)
    full join placed_sum as p using (source_id, local_date, manager)
),
compared as (
    select
        coalesce(e.source_id, f.source_id) as source_id,
        coalesce(e.local_date, f.local_date) as local_date,
        'stats.daily_manager: ' || v.figure || ' as in the calls and attempts, of '
            || coalesce(e.manager, f.manager) as rule,
        v.expected,
        v.found
    from manager_sum as e
    full join stats.daily_manager as f using (source_id, local_date, manager)
    cross join lateral (values
        ('attempts', e.attempts, f.attempts),
        ('calls_offered', e.calls_offered, f.calls_offered),
        ('answered', e.answered, f.answered),
        ('no_answer', e.no_answer, f.no_answer),
        ('busy', e.busy, f.busy),
        ('busy_in_call', e.busy_in_call, f.busy_in_call),
        ('unavailable', e.unavailable, f.unavailable),
        ('taken_by_another', e.taken_by_another, f.taken_by_another),
        ('caller_gave_up', e.caller_gave_up, f.caller_gave_up),
        ('other', e.other, f.other),
        ('untold', e.untold, f.untold),
        ('answerable_calls', e.answerable_calls, f.answerable_calls),
        ('picked_up_calls', e.picked_up_calls, f.picked_up_calls),
        ('missed_calls', e.missed_calls, f.missed_calls),
        ('ring_sum', e.ring_sum, f.ring_sum),
        ('ring_count', e.ring_count, f.ring_count),
        (
            'ring_milliseconds',
            e.ring_sum * 1000,
            (select coalesce(sum(r.milliseconds), 0)
                from unnest(f.ring_milliseconds) as r (milliseconds))),
        ('calls_answered', e.calls_answered, f.calls_answered),
        ('talk_sum', e.talk_sum, f.talk_sum),
        ('talk_count', e.talk_count, f.talk_count),
        ('transfers_in', e.transfers_in, f.transfers_in),
        ('transfers_out', e.transfers_out, f.transfers_out),
        ('outgoing', e.outgoing, f.outgoing),
        ('connected', e.connected, f.connected),
        ('outgoing_missed', e.outgoing_missed, f.outgoing_missed),
        ('outgoing_talk_sum', e.outgoing_talk_sum, f.outgoing_talk_sum),
        ('outgoing_talk_count', e.outgoing_talk_count, f.outgoing_talk_count),
        ('callbacks', e.callbacks, f.callbacks),
        ('callback_tries', e.callback_tries, f.callback_tries)
    ) as v (figure, expected, found)
    union all
    select
        m.source_id,
        m.local_date,
        'attempts = sum of their outcomes, of ' || m.manager,
        m.attempts,
        m.answered + m.no_answer + m.busy + m.unavailable + m.taken_by_another
            + m.caller_gave_up + m.other
    from stats.daily_manager as m
    union all
    select
        c.source_id,
        c.local_date,
        'calls answered over managers = answered incoming calls with a known manager',
        count(*),
        coalesce((
            select sum(m.calls_answered)
            from stats.daily_manager as m
            where m.source_id = c.source_id
                and m.local_date = c.local_date), 0)
    from stats.counted_call as c
    where c.answered = 1
        and c.manager is not null
    group by c.source_id, c.local_date
    union all
    select
        c.source_id,
        c.local_date,
        'answered calls with a known manager = those with an answered attempt of that manager',
        count(*),
        count(*) filter (where exists (
            select from stats.counted_attempt as r
            where r.source_id = c.source_id
                and r.pbx_id = c.pbx_id
                and r.manager = c.manager
                and r.answered = 1))
    from stats.counted_call as c
    join calls.call as k using (source_id, pbx_id)
    where c.answered = 1
        and c.manager is not null
        and not 'rings_unknown' = any (k.anomalies)
    group by c.source_id, c.local_date
    union all
    select
        c.source_id,
        c.local_date,
        'talk over managers = talk of the answered calls with a known manager',
        sum(c.talk),
        coalesce((
            select sum(m.talk_sum)
            from stats.daily_manager as m
            where m.source_id = c.source_id
                and m.local_date = c.local_date), 0)
    from stats.counted_call as c
    where c.answered = 1
        and c.manager is not null
    group by c.source_id, c.local_date
    union all
    select
        a.source_id,
        a.local_date,
        'busy in a call = engaged by another call, of ' || a.manager,
        count(*) filter (where j.in_call),
        count(*) filter (where a.busy_in_call)
    from calls.attempt as a
    join calls.judged_busy_attempt as j using (source_id, pbx_id, attempt_no)
    where a.manager is not null
    group by a.source_id, a.local_date, a.manager
)
select
    c.source_id,
    c.local_date,
    c.rule,
    c.expected::numeric as expected,
    c.found::numeric as found
from compared as c
where coalesce(c.expected, 0) <> coalesce(c.found, 0);
comment on view stats.broken_manager_sum is
    'One row per source, local date and violated rule of the daily manager statistics, whether or '
    'not the calls are still kept: stats.broken_sum shows only those that can be judged.';
comment on column stats.broken_manager_sum.source_id is 'The source.';
comment on column stats.broken_manager_sum.local_date is 'Local date of the start of the calls.';
comment on column stats.broken_manager_sum.rule is 'What should hold, in words.';
comment on column stats.broken_manager_sum.expected is
    'The left side, from calls and attempts; null for a day that they do not have.';
comment on column stats.broken_manager_sum.found is
    'The right side, from the statistics; null for a day that they do not have.';
