create or replace function analytics.missed_callers(
    source text,
    from_date date,
    until_date date,
    at timestamptz,
    of_line text default null,
    of_department text default null)
    returns table (
        customer text,
        of_period boolean,
        missed_calls integer,
        tries integer,
        pbx_id text,
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
        called_back_by text,
        presumed boolean,
        came_back_on_line text)
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
    perform stats.source_named(source);
    return query
    with missed_call as (
        select
            m.pbx_id,
            m.customer,
            m.customer_key,
            m.callback_window,
            m.presumed,
            m.came_back_on_line,
            m.line,
            m.line_name,
            m.department,
            m.local_date,
            m.missed_at,
            m.wait_seconds,
            m.missed_reason,
            m.state,
            m.seconds_to_callback,
            m.seconds_to_contact,
            m.called_back_by,
            count(*) over (partition by m.customer_key) as missed_calls,
            row_number() over (
                partition by m.customer_key
                order by m.missed_at desc, m.pbx_id collate "C" desc
            ) as recency
        from analytics.judged_missed_call(missed_callers.at) as m
        where m.source = missed_callers.source
            and m.local_date >= from_date
            and m.local_date < until_date
            and m.customer is not null
            and not m.presumed
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    )
    select
        m.customer,
        true as of_period,
        m.missed_calls::integer,
        t.tries,
        m.pbx_id,
        m.line,
        m.line_name,
        m.department,
        m.local_date,
        m.missed_at,
        m.wait_seconds,
        m.missed_reason,
        m.state,
        m.seconds_to_callback,
        m.seconds_to_contact,
        m.called_back_by,
        m.presumed,
        m.came_back_on_line
    from missed_call as m
    cross join lateral (
        select count(*)::integer as tries
        from analytics.tries_at(
            missed_callers.source, m.customer_key, m.missed_at, m.callback_window,
            missed_callers.at)
    ) as t
    where m.recency = 1
    order by m.missed_calls desc, m.missed_at, m.customer collate "C";
end
$$;
comment on function analytics.missed_callers(text, date, date, timestamptz, text, text) is
    E'One row per known customer with at least one missed call whose local date lies in '
    '[from_date, until_date) and that had ended at the instant; their state is that of the last '
    'of these calls, judged at the instant. Most missed calls first, then oldest. of_line and '
    'of_department narrow the calls to those of a line or of a department''s lines.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'customer: The customer''s number.\n'
    'of_period: Whether the row''s last missed call lies in the period.\n'
    'missed_calls: The customer''s missed calls of the period; for a caller of other dates, those '
    'outstanding or tried.\n'
    'tries: Outgoing calls to the customer after the last missed call, within the call-back '
    'window, that have begun at the instant and are no contact by then.\n'
    'pbx_id: The PBX''s identifier of the last missed call: the one that ended last, then the '
    'greatest identifier.\n'
    'line: The number that the customer dialled; this and all following columns describe the last '
    'missed call.\n'
    'line_name: Its name in the directory; null without an entry.\n'
    'department: Its department; null when not given.\n'
    'local_date: Local date of the call''s start.\n'
    'missed_at: Instant of its end; of its start without one.\n'
    'wait_seconds: Seconds: its wait; null when unknown.\n'
    'missed_reason: no_answer, caller_gave_up, busy, unavailable, not_offered or unknown.\n'
    'state: returned, came_back, tried, outstanding or expired, judged at the instant.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the earliest outgoing call, '
    'whatever its result; null without one, and when it began before.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first contact in either '
    'direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.\n'
    'presumed: Always false: a presumed missed call is no missed call.\n'
    'came_back_on_line: The line of the contact when the state is came_back; null otherwise.';
