create or replace view analytics.daily_line as
select
    s.name as source,
    h.local_date,
    h.line,
    h.line_name,
    h.department,
    sum(h.incoming)::integer as incoming,
    sum(h.answered)::integer as answered,
    sum(h.missed)::integer as missed,
    sum(h.unfinished)::integer as unfinished,
    sum(h.short_missed)::integer as short_missed,
    sum(h.missed_caller_gave_up)::integer as missed_caller_gave_up,
    sum(h.missed_no_answer)::integer as missed_no_answer,
    sum(h.missed_busy)::integer as missed_busy,
    sum(h.missed_unavailable)::integer as missed_unavailable,
    sum(h.missed_not_offered)::integer as missed_not_offered,
    sum(h.missed_unknown)::integer as missed_unknown,
    sum(h.missed_outside_hours)::integer as missed_outside_hours,
    sum(h.answered_in_time)::integer as answered_in_time,
    sum(h.wait_answered_sum) as wait_answered_sum,
    sum(h.wait_answered_count)::integer as wait_answered_count,
    sum(h.wait_missed_sum) as wait_missed_sum,
    sum(h.wait_missed_count)::integer as wait_missed_count,
    max(h.wait_max) as wait_max,
    sum(h.talk_sum) as talk_sum,
    sum(h.talk_count)::integer as talk_count,
    sum(h.outgoing)::integer as outgoing,
    sum(h.connected)::integer as connected,
    analytics.rate(sum(h.answered), sum(h.answered) + sum(h.missed)) as answer_rate,
    analytics.service_level(
        sum(h.answered_in_time), sum(h.wait_answered_count), sum(h.wait_missed_count),
        sum(h.short_missed)
    ) as service_level
from stats.hourly_line as h
join config.source as s using (source_id)
group by s.name, h.local_date, h.line, h.line_name, h.department;
comment on view analytics.daily_line is
    'One row per source, local date and line with at least one call; internal calls excluded.';
comment on column analytics.daily_line.source is 'Name of the source.';
comment on column analytics.daily_line.local_date is 'Local date of the calls'' start.';
comment on column analytics.daily_line.line is
    'The line; null when unknown, as for most outgoing calls.';
comment on column analytics.daily_line.line_name is
    'Its name in the directory; null without an entry.';
comment on column analytics.daily_line.department is 'Its department; null when not given.';
comment on column analytics.daily_line.incoming is
    'Incoming calls: answered + missed + unfinished.';
comment on column analytics.daily_line.answered is 'Incoming calls answered.';
comment on column analytics.daily_line.missed is
    'Incoming calls missed: the sum of the six reasons.';
comment on column analytics.daily_line.unfinished is
    'Incoming calls without an outcome; they count in no rate.';
comment on column analytics.daily_line.short_missed is
    'Missed with wait < the short-call limit: the caller gave up, or nobody was rung.';
comment on column analytics.daily_line.missed_caller_gave_up is
    'Missed because the caller gave up while a manager was rung.';
comment on column analytics.daily_line.missed_no_answer is
    'Missed because a manager who was rung did not answer.';
comment on column analytics.daily_line.missed_busy is 'Missed because managers were busy.';
comment on column analytics.daily_line.missed_unavailable is
    'Missed because phones were unavailable or failed.';
comment on column analytics.daily_line.missed_not_offered is
    'Missed without an attempt: no manager was rung.';
comment on column analytics.daily_line.missed_unknown is
    'Missed for a reason that the notifications do not show.';
comment on column analytics.daily_line.missed_outside_hours is
    'Missed outside configured working hours.';
comment on column analytics.daily_line.answered_in_time is
    'Answered with wait <= the service-level threshold.';
comment on column analytics.daily_line.wait_answered_sum is
    'Seconds: sum of known waits of answered incoming calls.';
comment on column analytics.daily_line.wait_answered_count is
    'Answered incoming calls with a known wait.';
comment on column analytics.daily_line.wait_missed_sum is
    'Seconds: sum of known waits of missed incoming calls.';
comment on column analytics.daily_line.wait_missed_count is
    'Missed incoming calls with a known wait.';
comment on column analytics.daily_line.wait_max is
    'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column analytics.daily_line.talk_sum is
    'Seconds: sum of known talks of answered incoming calls.';
comment on column analytics.daily_line.talk_count is 'Answered incoming calls with a known talk.';
comment on column analytics.daily_line.outgoing is 'Outgoing calls.';
comment on column analytics.daily_line.connected is 'Outgoing calls answered.';
comment on column analytics.daily_line.answer_rate is
    'answered / (answered + missed), 0 to 1; null when nothing was answered or missed.';
comment on column analytics.daily_line.service_level is
    'answered_in_time / (wait_answered_count + wait_missed_count - short_missed), 0 to 1; null for '
    'an empty denominator.';
