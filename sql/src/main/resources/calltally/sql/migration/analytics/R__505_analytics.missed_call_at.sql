create or replace function analytics.missed_call_at(judged_at timestamptz)
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
        called_back_by text,
        presumed boolean,
        local_date date,
        line_name text,
        department text,
        came_back_on_line text
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
        m.called_back_by,
        m.presumed,
        m.local_date,
        m.line_name,
        m.department,
        m.came_back_on_line
    from analytics.judged_missed_call(judged_at) as m;
end;
comment on function analytics.missed_call_at(timestamptz) is
    E'One row per incoming call that was missed or presumed missed at the instant given, judged '
    'at that instant: returned, came_back, tried, outstanding, expired or withheld. Looks at the '
    'customer''s calls that start at or after the missed call''s end, or are answered after it, '
    'start at or before the instant and within the source''s call-back window (default 7 days). '
    'Restrict the query to a period (local_date >= ...): then only that period''s calls are '
    'read.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'source: Name of the source.\n'
    'pbx_id: The PBX''s identifier of the missed call.\n'
    'customer: The caller; null when withheld.\n'
    'line: The number that the customer dialled.\n'
    'missed_at: Instant of its end; of its start without one, and when presumed.\n'
    'missed_reason: no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; null '
    'when presumed.\n'
    'state: returned, came_back, tried, outstanding, expired or withheld.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the earliest outgoing call, '
    'whatever its result; null without one, and when it began before.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first contact in either '
    'direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.\n'
    'presumed: Whether it is presumed missed: neither answered nor ended four hours after its '
    'start.\n'
    'local_date: Local date of the missed call''s start.\n'
    'line_name: Name of the line in the directory on that date; null without an entry.\n'
    'department: The line''s department on that date; null when not given.\n'
    'came_back_on_line: The line of the contact when the state is came_back; null otherwise.';
