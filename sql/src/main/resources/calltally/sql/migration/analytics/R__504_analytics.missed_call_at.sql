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
comment on function analytics.missed_call_at(timestamptz) is
    E'One row per missed incoming call that had ended at the instant given, judged at that '
    'instant: returned, came_back, tried, outstanding, expired or withheld. Looks at the '
    'customer''s calls that start after the missed call''s end, at or before the instant and '
    'within the source''s call-back window (default 7 days). Restrict the query to a period '
    '(missed_at >= ...): then only that period''s calls are read.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'source: Name of the source.\n'
    'pbx_id: The PBX''s identifier of the missed call.\n'
    'customer: The caller; null when withheld.\n'
    'line: The number that the customer dialled.\n'
    'missed_at: Instant of the missed call''s end; of its start without one.\n'
    'missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.\n'
    'state: returned, came_back, tried, outstanding, expired or withheld.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, '
    'whatever its result; null without one.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first answered call in '
    'either direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.';
