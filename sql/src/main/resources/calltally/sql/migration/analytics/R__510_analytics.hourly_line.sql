create or replace view analytics.hourly_line as
select
    s.name as source,
    h.hour_start,
    h.local_date,
    extract(hour from h.hour_start at time zone s.zone)::smallint as local_hour,
    h.line,
    h.line_name,
    h.department,
    h.incoming,
    h.answered,
    h.missed,
    h.unfinished,
    h.short_missed,
    h.missed_caller_gave_up,
    h.missed_no_answer,
    h.missed_busy,
    h.missed_unavailable,
    h.missed_not_offered,
    h.missed_unknown,
    h.missed_outside_hours,
    h.answered_in_time,
    h.wait_answered_sum,
    h.wait_answered_count,
    h.wait_missed_sum,
    h.wait_missed_count,
    h.wait_max,
    h.talk_sum,
    h.talk_count,
    h.outgoing,
    h.connected,
    analytics.rate(h.answered, h.answered + h.missed) as answer_rate,
    analytics.service_level(
        h.answered_in_time, h.wait_answered_count, h.wait_missed_count, h.short_missed)
        as service_level
from stats.hourly_line as h
join config.source as s using (source_id);
comment on view analytics.hourly_line is
    'One row per source, local hour and line with at least one call; internal calls excluded. '
    'Sums, so rows of any period, line or department can be added up.';
comment on column analytics.hourly_line.source is 'Name of the source.';
comment on column analytics.hourly_line.hour_start is 'Start of the local hour, as an instant.';
comment on column analytics.hourly_line.local_date is
    'Local date of the hour; a condition on it uses the index.';
comment on column analytics.hourly_line.local_hour is
    'Local hour, 0 to 23; an hour that a clock change repeats has two rows with the same one.';
comment on column analytics.hourly_line.line is
    'The line; null when unknown, as for most outgoing calls.';
comment on column analytics.hourly_line.line_name is
    'Its name in the directory; null without an entry.';
comment on column analytics.hourly_line.department is 'Its department; null when not given.';
comment on column analytics.hourly_line.incoming is
    'Incoming calls: answered + missed + unfinished.';
comment on column analytics.hourly_line.answered is 'Incoming calls answered.';
comment on column analytics.hourly_line.missed is
    'Incoming calls missed: the sum of the six reasons.';
comment on column analytics.hourly_line.unfinished is
    'Incoming calls without an outcome; they count in no rate.';
comment on column analytics.hourly_line.short_missed is
    'Missed with wait < the short-call limit: the caller gave up, or nobody was rung.';
comment on column analytics.hourly_line.missed_caller_gave_up is
    'Missed because the caller gave up while a manager was rung.';
comment on column analytics.hourly_line.missed_no_answer is
    'Missed because a manager who was rung did not answer.';
comment on column analytics.hourly_line.missed_busy is 'Missed because managers were busy.';
comment on column analytics.hourly_line.missed_unavailable is
    'Missed because phones were unavailable or failed.';
comment on column analytics.hourly_line.missed_not_offered is
    'Missed without an attempt: no manager was rung.';
comment on column analytics.hourly_line.missed_unknown is
    'Missed for a reason that the notifications do not show.';
comment on column analytics.hourly_line.missed_outside_hours is
    'Missed outside configured working hours.';
comment on column analytics.hourly_line.answered_in_time is
    'Answered with wait <= the service-level threshold.';
comment on column analytics.hourly_line.wait_answered_sum is
    'Seconds: sum of known waits of answered incoming calls.';
comment on column analytics.hourly_line.wait_answered_count is
    'Answered incoming calls with a known wait.';
comment on column analytics.hourly_line.wait_missed_sum is
    'Seconds: sum of known waits of missed incoming calls.';
comment on column analytics.hourly_line.wait_missed_count is
    'Missed incoming calls with a known wait.';
comment on column analytics.hourly_line.wait_max is
    'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column analytics.hourly_line.talk_sum is
    'Seconds: sum of known talks of answered incoming calls.';
comment on column analytics.hourly_line.talk_count is 'Answered incoming calls with a known talk.';
comment on column analytics.hourly_line.outgoing is 'Outgoing calls.';
comment on column analytics.hourly_line.connected is 'Outgoing calls answered.';
comment on column analytics.hourly_line.answer_rate is
    'answered / (answered + missed), 0 to 1; null when nothing was answered or missed.';
comment on column analytics.hourly_line.service_level is
    'answered_in_time / (wait_answered_count + wait_missed_count - short_missed), 0 to 1; null for '
    'an empty denominator.';
