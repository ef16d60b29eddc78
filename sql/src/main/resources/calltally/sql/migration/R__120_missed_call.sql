drop view if exists analytics.missed_call;
drop function if exists analytics.missed_call_at(timestamptz);
drop function if exists analytics.judged_missed_call(timestamptz);
drop view if exists analytics.missed_call_follow_up;
drop function if exists calls.judged_missed_call(timestamptz);

create view analytics.missed_call_follow_up as
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

comment on view analytics.missed_call_follow_up is 'One row per missed incoming call, internal ones apart, with the facts that its state is judged by, whatever the instant: the customer''s calls that start after its end and within the call-back window.';
comment on column analytics.missed_call_follow_up.source is 'Name of the source.';
comment on column analytics.missed_call_follow_up.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call_follow_up.customer is 'The caller; null when withheld, and then nothing follows.';
comment on column analytics.missed_call_follow_up.line is 'The number that he dialled.';
comment on column analytics.missed_call_follow_up.line_name is 'Its name in the directory on that date; null without an entry.';
comment on column analytics.missed_call_follow_up.department is 'Its department on that date; null when not given.';
comment on column analytics.missed_call_follow_up.local_date is 'Local date of the missed call''s start.';
comment on column analytics.missed_call_follow_up.missed_at is 'Instant of the missed call''s end; its start without one.';
comment on column analytics.missed_call_follow_up.wait_seconds is 'Seconds: its wait; null when unknown.';
comment on column analytics.missed_call_follow_up.missed_reason is 'caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.';
comment on column analytics.missed_call_follow_up.callback_window is 'How long after missed_at, inclusive, a call counts as its follow-up.';
comment on column analytics.missed_call_follow_up.first_try_pbx_id is 'The first outgoing call to the customer, whatever its result; null without one, as the following.';
comment on column analytics.missed_call_follow_up.first_try_started_at is 'Instant of its start.';
comment on column analytics.missed_call_follow_up.first_try_manager is 'Who placed it; null when unknown.';
comment on column analytics.missed_call_follow_up.contact_pbx_id is 'The first call with the customer that was answered, in either direction; null without one, as the following.';
comment on column analytics.missed_call_follow_up.contact_direction is 'incoming or outgoing.';
comment on column analytics.missed_call_follow_up.contact_started_at is 'Instant of its start.';
comment on column analytics.missed_call_follow_up.contact_at is 'Instant of its answer; its start when that is unknown.';
comment on column analytics.missed_call_follow_up.contact_manager is 'Who answered or placed it; null when unknown.';

create function analytics.judged_missed_call(judged_at timestamptz)
    returns table (
        source text,
        pbx_id text,
        customer text,
        line text,
        line_name text,
        department text,
        local_date date,
        missed_at timestamptz,
        wait_seconds numeric,
        missed_reason text,
        state text,
        seconds_to_callback numeric,
        seconds_to_contact numeric,
        called_back_by text
    )
    language sql
    stable
begin atomic
    select
        m.source,
        m.pbx_id,
        m.customer,
        m.line,
        m.line_name,
        m.department,
        m.local_date,
        m.missed_at,
        m.wait_seconds,
        m.missed_reason,
        case
            when m.customer is null then 'withheld'
            when m.contact_started_at <= judged_at and m.contact_direction = 'outgoing' then 'returned'
            when m.contact_started_at <= judged_at then 'came_back'
            when judged_at - m.missed_at > m.callback_window then 'expired'
            when m.first_try_started_at <= judged_at then 'tried'
            else 'outstanding'
        end,
        case when m.first_try_started_at <= judged_at then round(extract(epoch from m.first_try_started_at - m.missed_at), 3) end,
        case when m.contact_started_at <= judged_at then round(extract(epoch from m.contact_at - m.missed_at), 3) end,
        case
            when m.contact_started_at <= judged_at and m.contact_direction = 'outgoing' then m.contact_manager
            when m.first_try_started_at <= judged_at then m.first_try_manager
        end
    from analytics.missed_call_follow_up as m
    where m.missed_at <= judged_at;
end;
comment on function analytics.judged_missed_call(timestamptz) is 'One row per missed call that had ended at the instant given, judged at that instant. The one place where a state is judged. With the rights of whoever asks, and so planned as part of his query: a condition on source, local_date or missed_at finds its index.

Columns; seconds are numeric with milliseconds:
source: Name of the source.
pbx_id: The PBX''s identifier of the missed call.
customer: The caller; null when withheld.
line: The number that he dialled.
line_name: Its name in the directory on that date; null without an entry.
department: Its department on that date; null when not given.
local_date: Local date of the missed call''s start.
missed_at: Instant of the missed call''s end; its start without one.
wait_seconds: Seconds: its wait; null when unknown.
missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.
state: returned, came_back, tried, outstanding, expired or withheld.
seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.
seconds_to_contact: Seconds from missed_at to the answer of the first answered call in either direction; null without one.
called_back_by: Manager of the contact when returned, else of the first try; null without one.';

create function analytics.missed_call_at(judged_at timestamptz)
    returns table (
        source text,
        pbx_id text,
        customer text,
        line text,
        missed_at timestamptz,
        missed_reason text,
        state text,
        seconds_to_callback numeric,
        seconds_to_contact numeric,
        called_back_by text
    )
    language sql
    stable
begin atomic
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
    from analytics.judged_missed_call(judged_at) as m;
end;
comment on function analytics.missed_call_at(timestamptz) is 'One row per missed incoming call that had ended at the instant given, judged at that instant: returned, came_back, tried, outstanding, expired or withheld. Looks at the customer''s calls that start after the missed call''s end, at or before the instant and within the source''s call-back window (default 7 days). Ask for a period (missed_at >= ...): then only its calls are read.

Columns; seconds are numeric with milliseconds:
source: Name of the source.
pbx_id: The PBX''s identifier of the missed call.
customer: The caller; null when withheld.
line: The number that he dialled.
missed_at: Instant of the missed call''s end; its start without one.
missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.
state: returned, came_back, tried, outstanding, expired or withheld.
seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.
seconds_to_contact: Seconds from missed_at to the answer of the first answered call in either direction; null without one.
called_back_by: Manager of the contact when returned, else of the first try; null without one.';

create view analytics.missed_call as
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

comment on view analytics.missed_call is 'One row per missed incoming call, internal ones apart, judged at the moment of the query (start of its transaction).';
comment on column analytics.missed_call.source is 'Name of the source.';
comment on column analytics.missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call.customer is 'The caller; null when withheld; a pseudonym, ~ and 16 hexadecimal digits, once retention has taken it away.';
comment on column analytics.missed_call.line is 'The number that he dialled.';
comment on column analytics.missed_call.missed_at is 'Instant of the missed call''s end; its start without one.';
comment on column analytics.missed_call.missed_reason is 'caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.';
comment on column analytics.missed_call.state is 'returned, came_back, tried, outstanding, expired or withheld.';
comment on column analytics.missed_call.seconds_to_callback is 'Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.';
comment on column analytics.missed_call.seconds_to_contact is 'Seconds from missed_at to the answer of the first answered call in either direction; null without one.';
comment on column analytics.missed_call.called_back_by is 'Manager of the contact when returned, else of the first try; null without one.';
