create or replace view stats.broken_line_sum as
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
        s.source_id,
        s.local_date,
        v.rule,
        v.expected,
        v.found
    from line_sum as s
    cross join lateral (values
        ('incoming = answered + missed + unfinished',
            s.incoming, s.answered + s.missed + s.unfinished),
        ('missed = sum of its reasons', s.missed,
            s.missed_caller_gave_up + s.missed_no_answer + s.missed_busy + s.missed_unavailable
                + s.missed_not_offered + s.missed_unknown)
    ) as v (rule, expected, found)
)
select
    c.source_id,
    c.local_date,
    c.rule,
    c.expected::numeric as expected,
    c.found::numeric as found
from compared as c
where coalesce(c.expected, 0) <> coalesce(c.found, 0);
comment on view stats.broken_line_sum is
    'One row per source, local date and violated rule of the hourly line statistics, whether or '
    'not the calls are still kept: stats.broken_sum shows only those that can be judged.';
comment on column stats.broken_line_sum.source_id is 'The source.';
comment on column stats.broken_line_sum.local_date is 'Local date of the start of the calls.';
comment on column stats.broken_line_sum.rule is 'What should hold, in words.';
comment on column stats.broken_line_sum.expected is
    'The left side, from calls and attempts; null for a day that they do not have.';
comment on column stats.broken_line_sum.found is
    'The right side, from the statistics; null for a day that they do not have.';
