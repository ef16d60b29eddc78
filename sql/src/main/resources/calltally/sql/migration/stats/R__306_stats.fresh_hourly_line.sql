create or replace view ${stats}.fresh_hourly_line as
select
    c.source_id,
    c.hour_start,
    c.local_date,
    c.line,
    max(c.line_name) as line_name,
    max(c.department) as department,
    count(c.incoming)::integer as incoming,
    count(c.answered)::integer as answered,
    count(c.missed)::integer as missed,
    count(c.unfinished)::integer as unfinished,
    count(c.short_missed)::integer as short_missed,
    count(c.missed_caller_gave_up)::integer as missed_caller_gave_up,
    count(c.missed_no_answer)::integer as missed_no_answer,
    count(c.missed_busy)::integer as missed_busy,
    count(c.missed_unavailable)::integer as missed_unavailable,
    count(c.missed_not_offered)::integer as missed_not_offered,
    count(c.missed_unknown)::integer as missed_unknown,
    count(c.missed_outside_hours)::integer as missed_outside_hours,
    count(c.answered_in_time)::integer as answered_in_time,
    coalesce(sum(c.wait_answered), 0) as wait_answered_sum,
    count(c.wait_answered)::integer as wait_answered_count,
    coalesce(sum(c.wait_missed), 0) as wait_missed_sum,
    count(c.wait_missed)::integer as wait_missed_count,
    max(c.wait_answered) as wait_max,
    coalesce(sum(c.talk), 0) as talk_sum,
    count(c.talk)::integer as talk_count,
    count(c.outgoing)::integer as outgoing,
    count(c.connected)::integer as connected,
    count(c.outgoing_missed)::integer as outgoing_missed
from ${calls}.stale_day as d
-- A day at a time, as in fresh_daily_manager.
cross join lateral (
    select *
    from ${stats}.counted_call as c
    where c.source_id = d.source_id
        and c.local_date = d.local_date
    offset 0
) as c
group by c.source_id, c.hour_start, c.local_date, c.line;
comment on view ${stats}.fresh_hourly_line is
    'One row per local hour and line of the stale days, computed from calls; columns as in '
    'stats.hourly_line.';
comment on column ${stats}.fresh_hourly_line.source_id is 'The source.';
comment on column ${stats}.fresh_hourly_line.hour_start is
    'Start of the local hour, as an instant; an hour that a clock change repeats has two rows.';
comment on column ${stats}.fresh_hourly_line.local_date is 'Local date of the hour.';
comment on column ${stats}.fresh_hourly_line.line is
    'The line; null when unknown, as for most outgoing calls.';
comment on column ${stats}.fresh_hourly_line.line_name is 'Its name in the directory on that date.';
comment on column ${stats}.fresh_hourly_line.department is 'Its department on that date.';
comment on column ${stats}.fresh_hourly_line.incoming is
    'Incoming calls: answered + missed + unfinished.';
comment on column ${stats}.fresh_hourly_line.answered is 'Incoming calls answered.';
comment on column ${stats}.fresh_hourly_line.missed is
    'Incoming calls missed: the sum of the six reasons.';
comment on column ${stats}.fresh_hourly_line.unfinished is
    'Incoming calls without an outcome so far; they count in no rate.';
comment on column ${stats}.fresh_hourly_line.short_missed is
    'Missed with wait < the short-call limit: the caller gave up, or nobody was rung.';
comment on column ${stats}.fresh_hourly_line.missed_caller_gave_up is
    'Missed because the caller gave up while a manager was rung.';
comment on column ${stats}.fresh_hourly_line.missed_no_answer is
    'Missed because a manager who was rung did not answer.';
comment on column ${stats}.fresh_hourly_line.missed_busy is 'Missed because managers were busy.';
comment on column ${stats}.fresh_hourly_line.missed_unavailable is
    'Missed because phones were unavailable or failed.';
comment on column ${stats}.fresh_hourly_line.missed_not_offered is
    'Missed without an attempt: no manager was rung.';
comment on column ${stats}.fresh_hourly_line.missed_unknown is
    'Missed for a reason that the notifications do not show.';
comment on column ${stats}.fresh_hourly_line.missed_outside_hours is
    'Missed outside configured working hours.';
comment on column ${stats}.fresh_hourly_line.answered_in_time is
    'Answered with wait <= the service-level threshold.';
comment on column ${stats}.fresh_hourly_line.wait_answered_sum is
    'Seconds: sum of known waits of answered incoming calls.';
comment on column ${stats}.fresh_hourly_line.wait_answered_count is
    'Answered incoming calls with a known wait.';
comment on column ${stats}.fresh_hourly_line.wait_missed_sum is
    'Seconds: sum of known waits of missed incoming calls.';
comment on column ${stats}.fresh_hourly_line.wait_missed_count is
    'Missed incoming calls with a known wait.';
comment on column ${stats}.fresh_hourly_line.wait_max is
    'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column ${stats}.fresh_hourly_line.talk_sum is
    'Seconds: sum of known talks of answered incoming calls.';
comment on column ${stats}.fresh_hourly_line.talk_count is
    'Answered incoming calls with a known talk.';
comment on column ${stats}.fresh_hourly_line.outgoing is 'Outgoing calls.';
comment on column ${stats}.fresh_hourly_line.connected is 'Outgoing calls answered.';
comment on column ${stats}.fresh_hourly_line.outgoing_missed is
    'Outgoing calls not answered; with connected the denominator of the connect rate.';
