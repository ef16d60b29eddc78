create or replace view stats.broken_sum as
with
call_sum as (
    select
        c.source_id,
        c.local_date,
        count(c.incoming) as incoming,
        count(c.answered) as answered,
        count(c.missed) as missed,
        count(c.unfinished) as unfinished,
        count(c.short_missed) as short_missed,
        count(c.missed_caller_gave_up) as missed_caller_gave_up,
        count(c.missed_no_answer) as missed_no_answer,
        count(c.missed_busy) as missed_busy,
        count(c.missed_unavailable) as missed_unavailable,
        count(c.missed_not_offered) as missed_not_offered,
        count(c.missed_unknown) as missed_unknown,
        count(c.missed_outside_hours) as missed_outside_hours,
        count(c.answered_in_time) as answered_in_time,
        sum(c.wait_answered) as wait_answered_sum,
        count(c.wait_answered) as wait_answered_count,
        sum(c.wait_missed) as wait_missed_sum,
        count(c.wait_missed) as wait_missed_count,
        max(c.wait_answered) as wait_max,
        sum(c.talk) as talk_sum,
        count(c.talk) as talk_count,
        count(c.outgoing) as outgoing,
        count(c.connected) as connected,
        count(c.outgoing_missed) as outgoing_missed
    from stats.counted_call as c
    group by c.source_id, c.local_date
),
line_sum as (
    select
        h.source_id,
        h.local_date,
        sum(h.incoming) as incoming,
        sum(h.answered) as answered,
        sum(h.missed) as missed,
        sum(h.unfinished) as unfinished,
        sum(h.short_missed) as short_missed,
        sum(h.missed_caller_gave_up) as missed_caller_gave_up,
        sum(h.missed_no_answer) as missed_no_answer,
        sum(h.missed_busy) as missed_busy,
        sum(h.missed_unavailable) as missed_unavailable,
        sum(h.missed_not_offered) as missed_not_offered,
        sum(h.missed_unknown) as missed_unknown,
        sum(h.missed_outside_hours) as missed_outside_hours,
        sum(h.answered_in_time) as answered_in_time,
        sum(h.wait_answered_sum) as wait_answered_sum,
        sum(h.wait_answered_count) as wait_answered_count,
        sum(h.wait_missed_sum) as wait_missed_sum,
        sum(h.wait_missed_count) as wait_missed_count,
        max(h.wait_max) as wait_max,
        sum(h.talk_sum) as talk_sum,
        sum(h.talk_count) as talk_count,
        sum(h.outgoing) as outgoing,
        sum(h.connected) as connected,
        sum(h.outgoing_missed) as outgoing_missed
    from stats.hourly_line as h
    group by h.source_id, h.local_date
),
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
        count(r.unavailable) as unavailable,
        count(r.taken_by_another) as taken_by_another,
        count(r.caller_gave_up) as caller_gave_up,
        count(r.other) as other,
        count(distinct r.missed_call) as missed_calls,
        sum(r.ring) as ring_sum,
        count(r.ring) as ring_count
    from stats.counted_ring as r
    group by r.source_id, r.local_date, r.manager
),
answered_sum as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        count(c.answered) as calls_answered,
        sum(c.talk) as talk_sum,
        count(c.talk) as talk_count
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
        coalesce(r.unavailable, 0) as unavailable,
        coalesce(r.taken_by_another, 0) as taken_by_another,
        coalesce(r.caller_gave_up, 0) as caller_gave_up,
        coalesce(r.other, 0) as other,
        coalesce(r.missed_calls, 0) as missed_calls,
        coalesce(r.ring_sum, 0) as ring_sum,
        coalesce(r.ring_count, 0) as ring_count,
        coalesce(a.calls_answered, 0) as calls_answered,
        coalesce(a.talk_sum, 0) as talk_sum,
        coalesce(a.talk_count, 0) as talk_count,
        coalesce(p.outgoing, 0) as outgoing,
        coalesce(p.connected, 0) as connected,
        coalesce(p.outgoing_missed, 0) as outgoing_missed,
        coalesce(p.outgoing_talk_sum, 0) as outgoing_talk_sum,
        coalesce(p.callbacks, 0) as callbacks,
        coalesce(p.callback_tries, 0) as callback_tries
    from ring_sum as r
    full join answered_sum as a using (source_id, local_date, manager)
    full join placed_sum as p using (source_id, local_date, manager)
),
quality_sum as (
    select
        c.source_id,
        c.local_date,
        count(*) as calls,
        count(*) filter (where c.is_complete) as calls_complete,
        count(*) filter (where c.outcome = 'unfinished') as unfinished,
        count(*) filter (where c.is_internal) as internal
    from calls.call as c
    group by c.source_id, c.local_date
),
compared as (
    select
        coalesce(e.source_id, f.source_id) as source_id,
        coalesce(e.local_date, f.local_date) as local_date,
        'stats.hourly_line: ' || v.figure || ' as in the calls' as rule,
        v.expected,
        v.found
    from call_sum as e
    full join line_sum as f using (source_id, local_date)
    cross join lateral (values
        ('incoming', e.incoming, f.incoming),
        ('answered', e.answered, f.answered),
        ('missed', e.missed, f.missed),
        ('unfinished', e.unfinished, f.unfinished),
        ('short_missed', e.short_missed, f.short_missed),
        ('missed_caller_gave_up', e.missed_caller_gave_up, f.missed_caller_gave_up),
        ('missed_no_answer', e.missed_no_answer, f.missed_no_answer),
        ('missed_busy', e.missed_busy, f.missed_busy),
        ('missed_unavailable', e.missed_unavailable, f.missed_unavailable),
        ('missed_not_offered', e.missed_not_offered, f.missed_not_offered),
        ('missed_unknown', e.missed_unknown, f.missed_unknown),
        ('missed_outside_hours', e.missed_outside_hours, f.missed_outside_hours),
        ('answered_in_time', e.answered_in_time, f.answered_in_time),
        ('wait_answered_sum', e.wait_answered_sum, f.wait_answered_sum),
        ('wait_answered_count', e.wait_answered_count, f.wait_answered_count),
        ('wait_missed_sum', e.wait_missed_sum, f.wait_missed_sum),
        ('wait_missed_count', e.wait_missed_count, f.wait_missed_count),
        ('wait_max', e.wait_max, f.wait_max),
        ('talk_sum', e.talk_sum, f.talk_sum),
        ('talk_count', e.talk_count, f.talk_count),
        ('outgoing', e.outgoing, f.outgoing),
        ('connected', e.connected, f.connected),
        ('outgoing_missed', e.outgoing_missed, f.outgoing_missed)
    ) as v (figure, expected, found)
    union all
    select
        coalesce(e.source_id, f.source_id),
        coalesce(e.local_date, f.local_date),
        'stats.daily_manager: ' || v.figure || ' as in the calls and attempts, of ' || coalesce(e.manager, f.manager),
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
        ('unavailable', e.unavailable, f.unavailable),
        ('taken_by_another', e.taken_by_another, f.taken_by_another),
        ('caller_gave_up', e.caller_gave_up, f.caller_gave_up),
        ('other', e.other, f.other),
        ('missed_calls', e.missed_calls, f.missed_calls),
        ('ring_sum', e.ring_sum, f.ring_sum),
        ('ring_count', e.ring_count, f.ring_count),
        ('calls_answered', e.calls_answered, f.calls_answered),
        ('talk_sum', e.talk_sum, f.talk_sum),
        ('talk_count', e.talk_count, f.talk_count),
        ('outgoing', e.outgoing, f.outgoing),
        ('connected', e.connected, f.connected),
        ('outgoing_missed', e.outgoing_missed, f.outgoing_missed),
        ('outgoing_talk_sum', e.outgoing_talk_sum, f.outgoing_talk_sum),
        ('callbacks', e.callbacks, f.callbacks),
        ('callback_tries', e.callback_tries, f.callback_tries)
    ) as v (figure, expected, found)
    union all
    select
        coalesce(e.source_id, f.source_id),
        coalesce(e.local_date, f.local_date),
        'stats.daily_quality: ' || v.figure || ' as in the calls',
        v.expected,
        v.found
    from quality_sum as e
    full join stats.daily_quality as f using (source_id, local_date)
    cross join lateral (values
        ('calls', e.calls, f.calls),
        ('calls_complete', e.calls_complete, f.calls_complete),
        ('unfinished', e.unfinished, f.unfinished),
        ('internal', e.internal, f.internal)
    ) as v (figure, expected, found)
    union all
    select
        s.source_id,
        s.local_date,
        v.rule,
        v.expected,
        v.found
    from line_sum as s
    cross join lateral (values
        ('incoming = answered + missed + unfinished', s.incoming, s.answered + s.missed + s.unfinished),
        ('missed = sum of its reasons', s.missed,
            s.missed_caller_gave_up + s.missed_no_answer + s.missed_busy + s.missed_unavailable + s.missed_not_offered + s.missed_unknown)
    ) as v (rule, expected, found)
    union all
    select
        m.source_id,
        m.local_date,
        'attempts = sum of their outcomes, of ' || m.manager,
        m.attempts,
        m.answered + m.no_answer + m.busy + m.unavailable + m.taken_by_another + m.caller_gave_up + m.other
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
        'answered calls with a known manager = those with an answered attempt of his',
        count(*),
        count(*) filter (where exists (
            select from stats.counted_ring as r
            where r.source_id = c.source_id
                and r.pbx_id = c.pbx_id
                and r.manager = c.manager
                and r.answered = 1))
    from stats.counted_call as c
    where c.answered = 1
        and c.manager is not null
    group by c.source_id, c.local_date
)
select
    c.source_id,
    c.local_date,
    c.rule,
    c.expected::numeric as expected,
    c.found::numeric as found
from compared as c
where coalesce(c.expected, 0) <> coalesce(c.found, 0)
    -- Statistics outlive what they were computed from.
    and not exists (
        select from journal.horizon as h
        where h.source_id = c.source_id
            and c.local_date < h.statistics_from);

comment on view stats.broken_sum is 'One row per source, local date and rule that does not hold; empty when all sums reconcile. Dates whose calls or notifications are no longer kept are not judged. Reads all calls and attempts: seconds for a million. Read it in the time zone UTC, as the refresh writes: a call-back window of days is counted in hours.';
comment on column stats.broken_sum.source_id is 'The source.';
comment on column stats.broken_sum.local_date is 'Local date of the start of the calls.';
comment on column stats.broken_sum.rule is 'What should hold, in words.';
comment on column stats.broken_sum.expected is 'The left side: what calls and attempts say; null for a day that they do not know.';
comment on column stats.broken_sum.found is 'The right side: what the statistics say; null for a day that they do not know.';
