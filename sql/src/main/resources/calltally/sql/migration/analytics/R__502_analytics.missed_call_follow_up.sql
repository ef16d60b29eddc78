create or replace view analytics.missed_call_follow_up as
select
    s.name as source,
    m.pbx_id,
    m.customer,
    m.line,
    c.line_name,
    c.department,
    m.local_date,
    m.missed_at,
    c.wait_seconds,
    c.missed_reason,
    s.callback_window,
    m.first_try_pbx_id,
    m.first_try_started_at,
    m.first_try_manager,
    m.contact_pbx_id,
    m.contact_direction,
    m.contact_started_at,
    m.contact_at,
    m.contact_manager
from calls.missed_call as m
join calls.call as c using (source_id, pbx_id)
join config.source as s using (source_id);
comment on view analytics.missed_call_follow_up is
    'One row per missed incoming call, internal ones excluded, with the facts that decide its '
    'state at any instant: the customer''s calls that start after its end and within the '
    'call-back window.';
comment on column analytics.missed_call_follow_up.source is 'Name of the source.';
comment on column analytics.missed_call_follow_up.pbx_id is
    'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call_follow_up.customer is
    'The caller; null when withheld, in which case the columns about follow-ups are null too.';
comment on column analytics.missed_call_follow_up.line is 'The number that the customer dialled.';
comment on column analytics.missed_call_follow_up.line_name is
    'Its name in the directory on that date; null without an entry.';
comment on column analytics.missed_call_follow_up.department is
    'Its department on that date; null when not given.';
comment on column analytics.missed_call_follow_up.local_date is
    'Local date of the missed call''s start.';
comment on column analytics.missed_call_follow_up.missed_at is
    'Instant of the missed call''s end; of its start without one.';
comment on column analytics.missed_call_follow_up.wait_seconds is
    'Seconds: its wait; null when unknown.';
comment on column analytics.missed_call_follow_up.missed_reason is
    'caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.';
comment on column analytics.missed_call_follow_up.callback_window is
    'How long after missed_at, inclusive, a call counts as its follow-up.';
comment on column analytics.missed_call_follow_up.first_try_pbx_id is
    'The first outgoing call to the customer, whatever its result; null without one, like the '
    'next two columns.';
comment on column analytics.missed_call_follow_up.first_try_started_at is 'Instant of its start.';
comment on column analytics.missed_call_follow_up.first_try_manager is
    'Who placed it; null when unknown.';
comment on column analytics.missed_call_follow_up.contact_pbx_id is
    'The first call with the customer that was answered, in either direction; null without one, '
    'like the next four columns.';
comment on column analytics.missed_call_follow_up.contact_direction is 'incoming or outgoing.';
comment on column analytics.missed_call_follow_up.contact_started_at is 'Instant of its start.';
comment on column analytics.missed_call_follow_up.contact_at is
    'Instant of its answer; of its start when the answer time is unknown.';
comment on column analytics.missed_call_follow_up.contact_manager is
    'Who answered or placed it; null when unknown.';
