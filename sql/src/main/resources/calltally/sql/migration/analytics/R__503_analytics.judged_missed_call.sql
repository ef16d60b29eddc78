create or replace function analytics.judged_missed_call(judged_at timestamptz)
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
            when m.contact_started_at <= judged_at
                and m.contact_direction = 'outgoing' then 'returned'
            when m.contact_started_at <= judged_at then 'came_back'
            when judged_at - m.missed_at > m.callback_window then 'expired'
            when m.first_try_started_at <= judged_at then 'tried'
            else 'outstanding'
        end,
        case when m.first_try_started_at <= judged_at
            then round(extract(epoch from m.first_try_started_at - m.missed_at), 3) end,
        case when m.contact_started_at <= judged_at
            then round(extract(epoch from m.contact_at - m.missed_at), 3) end,
        case
            when m.contact_started_at <= judged_at
                and m.contact_direction = 'outgoing' then m.contact_manager
            when m.first_try_started_at <= judged_at then m.first_try_manager
        end
    from analytics.missed_call_follow_up as m
    where m.missed_at <= judged_at;
end;
comment on function analytics.judged_missed_call(timestamptz) is
    E'One row per missed call that had ended at the instant given, judged at that instant. The '
    'only place where a state is judged. Runs with the caller''s rights, so it is planned as part '
    'of the query: a condition on source, local_date or missed_at uses its index.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'source: Name of the source.\n'
    'pbx_id: The PBX''s identifier of the missed call.\n'
    'customer: The caller; null when withheld.\n'
    'line: The number that the customer dialled.\n'
    'line_name: Its name in the directory on that date; null without an entry.\n'
    'department: Its department on that date; null when not given.\n'
    'local_date: Local date of the missed call''s start.\n'
    'missed_at: Instant of the missed call''s end; of its start without one.\n'
    'wait_seconds: Seconds: its wait; null when unknown.\n'
    'missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.\n'
    'state: returned, came_back, tried, outstanding, expired or withheld.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, '
    'whatever its result; null without one.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first answered call in '
    'either direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.';
