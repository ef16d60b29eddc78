create or replace view analytics.call as
select
    s.name as source,
    c.pbx_id,
    c.direction,
    c.started_at,
    c.answered_at,
    c.ended_at,
    c.line,
    c.line_name,
    c.department,
    c.customer,
    c.manager_number,
    c.manager,
    c.outcome,
    c.missed_reason,
    c.is_short,
    c.wait_seconds,
    c.talk_seconds,
    c.reported_duration_seconds,
    c.attempts,
    c.recording_url,
    c.has_voicemail,
    c.voicemail_url,
    c.tags,
    c.local_date,
    c.local_hour,
    c.in_working_hours,
    c.is_internal,
    c.anomalies
from calls.call as c
join config.source as s using (source_id);
comment on view analytics.call is
    'One row per call. Internal calls (is_internal) are listed here but count in no figure.';
comment on column analytics.call.source is 'Name of the source.';
comment on column analytics.call.pbx_id is
    'The PBX''s identifier of the call; unique within the source.';
comment on column analytics.call.direction is 'incoming or outgoing.';
comment on column analytics.call.started_at is
    'Instant: first call start; without one, first call notification.';
comment on column analytics.call.answered_at is 'Instant of the first answer; null without one.';
comment on column analytics.call.ended_at is 'Instant of the last call end; null until it arrives.';
comment on column analytics.call.line is
    'The number that the customer dialled; for outgoing calls, the line that the call was placed '
    'from; null when unknown.';
comment on column analytics.call.line_name is
    'Name of the line in the directory; null without an entry.';
comment on column analytics.call.department is 'The line''s department; null when not given.';
comment on column analytics.call.customer is
    'The outside party''s number; null when withheld; once retention has replaced it, a '
    'pseudonym: ~ and 16 hexadecimal digits.';
comment on column analytics.call.manager_number is
    'Number of the manager who answered an incoming call or placed an outgoing one; null when '
    'unknown.';
comment on column analytics.call.manager is
    'That manager''s name in the directory, else the number itself.';
comment on column analytics.call.outcome is 'answered, missed or unfinished.';
comment on column analytics.call.missed_reason is
    'Incoming missed calls: no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; '
    'null for all others.';
comment on column analytics.call.is_short is
    'Whether it is a missed incoming call with wait < the short-call limit (default 5 s) that the '
    'caller may have ended: the reason is caller_gave_up or not_offered.';
comment on column analytics.call.wait_seconds is
    'Seconds from start to answer, or to end when missed; null when unknown: without a start, '
    'too.';
comment on column analytics.call.talk_seconds is
    'Seconds from answer to end of an answered call; null when unknown.';
comment on column analytics.call.reported_duration_seconds is 'Seconds as the PBX reports them.';
comment on column analytics.call.attempts is 'Number of attempts: rows of analytics.attempt.';
comment on column analytics.call.recording_url is 'Link to the recording; null without one.';
comment on column analytics.call.has_voicemail is 'Whether the customer left a voicemail.';
comment on column analytics.call.voicemail_url is 'Link to the voicemail; null without one.';
comment on column analytics.call.tags is 'The last list of tags; null when none was ever sent.';
comment on column analytics.call.local_date is 'Date of started_at in the source''s zone.';
comment on column analytics.call.local_hour is 'Hour of started_at in the source''s zone, 0 to 23.';
comment on column analytics.call.in_working_hours is
    'Whether the start lies in the working hours of the line, or of the source when the line has '
    'none of its own; null when none are configured.';
comment on column analytics.call.is_internal is 'Whether the customer is a manager''s number.';
comment on column analytics.call.anomalies is
    'start_missing, mixed_direction, contradiction, negative_time, long_gap, '
    'too_many_notifications, rings_unknown (from a list of finished calls that does not say whose '
    'phones rang); empty when there are none.';
