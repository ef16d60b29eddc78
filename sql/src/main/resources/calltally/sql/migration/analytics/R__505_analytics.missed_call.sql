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
    m.called_back_by
from analytics.missed_call_at(now()) as m;
comment on view analytics.missed_call is
    'One row per missed incoming call, internal ones excluded, judged at the moment of the query '
    '(start of its transaction).';
comment on column analytics.missed_call.source is 'Name of the source.';
comment on column analytics.missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call.customer is
    'The caller; null when withheld; once retention has replaced it, a pseudonym: ~ and 16 '
    'hexadecimal digits.';
comment on column analytics.missed_call.line is 'The number that the customer dialled.';
comment on column analytics.missed_call.missed_at is
    'Instant of the missed call''s end; of its start without one.';
comment on column analytics.missed_call.missed_reason is
    'caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.';
comment on column analytics.missed_call.state is
    'returned, came_back, tried, outstanding, expired or withheld.';
comment on column analytics.missed_call.seconds_to_callback is
    'Seconds from missed_at to the start of the first outgoing call, whatever its result; null '
    'without one.';
comment on column analytics.missed_call.seconds_to_contact is
    'Seconds from missed_at to the answer of the first answered call in either direction; null '
    'without one.';
comment on column analytics.missed_call.called_back_by is
    'Manager of the contact when returned, else of the first try; null without one.';
