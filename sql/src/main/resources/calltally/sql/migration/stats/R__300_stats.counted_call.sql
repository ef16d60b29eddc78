-- Every call-level figure is a count or a sum of these columns.
create or replace view ${stats}.counted_call as
select
    c.source_id,
    c.pbx_id,
    c.hour_start,
    c.local_date,
    c.local_hour,
    c.started_at,
    c.line,
    c.line_name,
    c.department,
    c.manager,
    case when c.direction = 'incoming' then 1 end as incoming,
    case when c.direction = 'incoming' and c.outcome = 'answered' then 1 end as answered,
    case when c.direction = 'incoming' and c.outcome = 'missed' then 1 end as missed,
    case when c.direction = 'incoming' and c.outcome = 'unfinished' then 1 end as unfinished,
    case when c.is_short then 1 end as short_missed,
    case when c.missed_reason = 'caller_gave_up' then 1 end as missed_caller_gave_up,
    case when c.missed_reason = 'no_answer' then 1 end as missed_no_answer,
    case when c.missed_reason = 'busy' then 1 end as missed_busy,
    case when c.missed_reason = 'unavailable' then 1 end as missed_unavailable,
    case when c.missed_reason = 'not_offered' then 1 end as missed_not_offered,
    case when c.missed_reason = 'unknown' then 1 end as missed_unknown,
    case when c.missed_reason is not null and not c.in_working_hours
        then 1 end as missed_outside_hours,
    case when c.direction = 'incoming' and c.outcome = 'answered'
        and c.wait_seconds <= extract(epoch from s.service_level_threshold)
        then 1 end as answered_in_time,
    case when c.missed_reason is not null
        and c.wait_seconds <= extract(epoch from s.service_level_threshold)
        then 1 end as missed_in_time,
    case when c.direction = 'incoming' and c.outcome = 'answered'
        then c.wait_seconds end as wait_answered,
    case when c.missed_reason is not null then c.wait_seconds end as wait_missed,
    case when c.direction = 'incoming' and c.outcome = 'answered' then c.talk_seconds end as talk,
    case when c.direction = 'incoming' then c.customer end as caller,
    case when c.direction = 'incoming' then c.customer_key end as caller_key,
    case when c.direction = 'outgoing' then 1 end as outgoing,
    case when c.direction = 'outgoing' and c.outcome = 'answered' then 1 end as connected,
    case when c.direction = 'outgoing' and c.outcome = 'missed' then 1 end as outgoing_missed
from ${calls}.call as c
join config.source as s using (source_id)
where not c.is_internal;
comment on view ${stats}.counted_call is
    'One row per call, internal ones excluded: what counts of it in the figures of section 6 of '
    'docs/statistics.md. A column is 1 or a value when the call counts in the figure of that '
    'name, else null.';
comment on column ${stats}.counted_call.source_id is 'The source.';
comment on column ${stats}.counted_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${stats}.counted_call.hour_start is
    'First instant of the local hour of the start.';
comment on column ${stats}.counted_call.local_date is 'Local date of the start.';
comment on column ${stats}.counted_call.local_hour is 'Local hour of the start, 0 to 23.';
comment on column ${stats}.counted_call.started_at is 'Its start.';
comment on column ${stats}.counted_call.line is 'The line; null when unknown.';
comment on column ${stats}.counted_call.line_name is 'Its name in the directory.';
comment on column ${stats}.counted_call.department is 'Its department.';
comment on column ${stats}.counted_call.manager is
    'The manager who answered an incoming call or placed an outgoing one.';
comment on column ${stats}.counted_call.incoming is 'Incoming.';
comment on column ${stats}.counted_call.answered is 'Incoming and answered.';
comment on column ${stats}.counted_call.missed is 'Incoming and missed.';
comment on column ${stats}.counted_call.unfinished is 'Incoming, without an outcome.';
comment on column ${stats}.counted_call.short_missed is 'Missed with wait < the short-call limit.';
comment on column ${stats}.counted_call.missed_caller_gave_up is
    'Missed because the caller gave up while a manager was rung.';
comment on column ${stats}.counted_call.missed_no_answer is
    'Missed because a manager who was rung did not answer.';
comment on column ${stats}.counted_call.missed_busy is 'Missed because managers were busy.';
comment on column ${stats}.counted_call.missed_unavailable is
    'Missed because phones were unavailable or failed.';
comment on column ${stats}.counted_call.missed_not_offered is
    'Missed without an attempt: no manager was rung.';
comment on column ${stats}.counted_call.missed_unknown is
    'Missed for a reason that the notifications do not show.';
comment on column ${stats}.counted_call.missed_outside_hours is
    'Missed outside configured working hours.';
comment on column ${stats}.counted_call.answered_in_time is 'Answered with wait <= T.';
comment on column ${stats}.counted_call.missed_in_time is 'Missed with wait <= T.';
comment on column ${stats}.counted_call.wait_answered is
    'Seconds: wait of an answered incoming call.';
comment on column ${stats}.counted_call.wait_missed is 'Seconds: wait of a missed incoming call.';
comment on column ${stats}.counted_call.talk is 'Seconds: talk of an answered incoming call.';
comment on column ${stats}.counted_call.caller is
    'Customer of an incoming call; null when withheld.';
comment on column ${stats}.counted_call.caller_key is
    'Key that identifies the customer of an incoming call in figures; null when withheld.';
comment on column ${stats}.counted_call.outgoing is 'Outgoing.';
comment on column ${stats}.counted_call.connected is 'Outgoing and answered.';
comment on column ${stats}.counted_call.outgoing_missed is 'Outgoing and not answered.';
