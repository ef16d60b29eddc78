create or replace view analytics.missed_call as
select
    m.source,
    m.pbx_id,
    m.customer,
    m.line,
    m.missed_at,
    m.missed_reason,
    m.state,
    m.seconds_to_callback,
    m.seconds_to_contact,
    m.called_back_by,
    m.presumed,
    m.local_date,
    m.line_name,
    m.department,
    m.came_back_on_line
from analytics.missed_call_at(now()) as m;
comment on view analytics.missed_call is
    'One row per missed or presumed missed incoming call, internal ones excluded, judged at the '
    'moment of the query (start of its transaction).';
comment on column analytics.missed_call.source is 'Name of the source.';
comment on column analytics.missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call.customer is
    'The caller; null when withheld; once retention has replaced it, a pseudonym: ~ and 16 '
    'hexadecimal digits.';
comment on column analytics.missed_call.line is 'The number that the customer dialled.';
comment on column analytics.missed_call.missed_at is
    'Instant of the missed call''s end; of its start without one, and when presumed.';
comment on column analytics.missed_call.missed_reason is
    'no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; null when presumed.';
comment on column analytics.missed_call.state is
    'returned, came_back, tried, outstanding, expired or withheld.';
comment on column analytics.missed_call.seconds_to_callback is
    'Seconds from missed_at to the start of the earliest outgoing call, whatever its result; null '
    'without one, and when it began before.';
comment on column analytics.missed_call.seconds_to_contact is
    'Seconds from missed_at to the answer of the first contact in either direction; null without '
    'one.';
comment on column analytics.missed_call.called_back_by is
    'Manager of the contact when returned, else of the first try; null without one.';
comment on column analytics.missed_call.presumed is
    'Whether it is presumed missed: neither answered nor ended four hours after its start.';
comment on column analytics.missed_call.local_date is 'Local date of the missed call''s start.';
comment on column analytics.missed_call.line_name is
    'Name of the line in the directory; null without an entry.';
comment on column analytics.missed_call.department is
    'The line''s department; null when not given.';
comment on column analytics.missed_call.came_back_on_line is
    'The line of the contact when the state is came_back; null otherwise.';
