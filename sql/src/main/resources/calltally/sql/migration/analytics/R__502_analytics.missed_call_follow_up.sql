create or replace view analytics.missed_call_follow_up as
select
    s.name as source,
    m.pbx_id,
    m.customer,
    m.customer_key,
    m.line,
    c.line_name,
    c.department,
    m.local_date,
    m.missed_at,
    case when not m.presumed then c.wait_seconds end as wait_seconds,
    case when not m.presumed then c.missed_reason end as missed_reason,
    m.presumed,
    m.followed_from,
    m.followed_until,
    s.callback_window,
    m.callback_started_at,
    m.contact_pbx_id,
    m.contact_direction,
    m.contact_line,
    m.contact_at,
    m.contact_since,
    m.contact_manager
from calls.missed_call as m
join calls.call as c using (source_id, pbx_id)
join config.source as s using (source_id);
comment on view analytics.missed_call_follow_up is
    'One row per missed or presumed missed incoming call, internal ones excluded, with the facts '
    'that decide its state at any instant: the customer''s calls that start at or after its end, '
    'or are answered after it, and start within the call-back window.';
comment on column analytics.missed_call_follow_up.source is 'Name of the source.';
comment on column analytics.missed_call_follow_up.pbx_id is
    'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call_follow_up.customer is
    'The caller; null when withheld, in which case the columns about follow-ups are null too.';
comment on column analytics.missed_call_follow_up.customer_key is
    'Identifies the caller, even after a pseudonym has replaced the number; null when withheld.';
comment on column analytics.missed_call_follow_up.line is 'The number that the customer dialled.';
comment on column analytics.missed_call_follow_up.line_name is
    'Its name in the directory on that date; null without an entry.';
comment on column analytics.missed_call_follow_up.department is
    'Its department on that date; null when not given.';
comment on column analytics.missed_call_follow_up.local_date is
    'Local date of the missed call''s start.';
comment on column analytics.missed_call_follow_up.missed_at is
    'Instant of the missed call''s end; of its start without one, and when presumed.';
comment on column analytics.missed_call_follow_up.wait_seconds is
    'Seconds: its wait; null when unknown or presumed.';
comment on column analytics.missed_call_follow_up.missed_reason is
    'no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; null when '
    'presumed.';
comment on column analytics.missed_call_follow_up.presumed is
    'Whether it is presumed missed: neither answered nor ended four hours after its start. A call '
    'that ended later has two rows, for before and after.';
comment on column analytics.missed_call_follow_up.followed_from is
    'From which instant on it is followed: missed_at, or four hours later when presumed.';
comment on column analytics.missed_call_follow_up.followed_until is
    'Before which instant: that of the answer or end that came after all; null without one.';
comment on column analytics.missed_call_follow_up.callback_window is
    'How long after missed_at, inclusive, a call that starts counts as its follow-up.';
comment on column analytics.missed_call_follow_up.callback_started_at is
    'Instant of the start of the earliest outgoing call to the customer, whatever its result; '
    'before missed_at when it was answered only afterwards; null without one.';
comment on column analytics.missed_call_follow_up.contact_pbx_id is
    'The first contact: a call in either direction that reached the customer; null without one, '
    'like the next five columns.';
comment on column analytics.missed_call_follow_up.contact_direction is 'incoming or outgoing.';
comment on column analytics.missed_call_follow_up.contact_line is
    'The number that the customer dialled then, or the line that the call was placed from; null '
    'when unknown.';
comment on column analytics.missed_call_follow_up.contact_at is
    'Instant of its answer; of its start when the answer time is unknown.';
comment on column analytics.missed_call_follow_up.contact_since is
    'From which instant on it is a contact: the least contact (default 5 s) after its answer.';
comment on column analytics.missed_call_follow_up.contact_manager is
    'Who answered or placed it; null when unknown.';
