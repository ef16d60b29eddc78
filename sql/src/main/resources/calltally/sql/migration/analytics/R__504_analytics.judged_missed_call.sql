create or replace function analytics.judged_missed_call(judged_at timestamptz)
    returns table (
        source text,
        pbx_id text,
        customer text,
        customer_key bigint,
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
        callback_window interval,
        presumed boolean,
        came_back_on_line text
    )
    language sql
    stable
begin atomic
    select
        m.source,
        m.pbx_id,
        m.customer,
        m.customer_key,
        m.line,
        m.line_name,
        m.department,
        m.local_date,
        m.missed_at,
        m.wait_seconds,
        m.missed_reason,
        case
            when m.customer is null then 'withheld'
            when contact.direction = 'outgoing' then 'returned'
            when contact.direction = 'incoming' then 'came_back'
            when judged_at - m.missed_at > m.callback_window then 'expired'
            when m.callback_started_at <= judged_at then 'tried'
            else 'outstanding'
        end,
        case when m.callback_started_at between m.missed_at and judged_at
            then round(extract(epoch from m.callback_started_at - m.missed_at), 3) end,
        round(extract(epoch from contact.reached_at - m.missed_at), 3),
        -- Who tried is looked up only where somebody did.
        case
            when contact.direction = 'outgoing' then contact.manager
            when m.callback_started_at <= judged_at then (
                select t.manager
                from analytics.tries_at(
                    m.source, m.customer_key, m.missed_at, m.callback_window, judged_at) as t
                order by t.reached_at, t.pbx_id collate "C"
                limit 1)
        end,
        m.callback_window,
        m.presumed,
        case when contact.direction = 'incoming' then contact.line end
    from analytics.missed_call_follow_up as m
    left join lateral (
        select f.direction, f.line, f.reached_at, f.manager
        -- The first contact has been answered a moment ago; a later one may already be one.
        -- For all other calls, nothing is even sorted.
        from (
            select
            where m.contact_at <= judged_at
                and m.contact_since > judged_at
            offset 0
        ) as is_recent
        cross join lateral (
            select c.direction, c.line, c.reached_at, c.manager
            from analytics.customer_call as c
            where c.source = m.source
                and c.customer_key = m.customer_key
                and c.reached_at >= m.contact_at
                and c.reached_at <= judged_at
                and c.outcome = 'answered'
                and (c.started_at >= m.missed_at or c.answered_at > m.missed_at)
                and c.started_at <= m.missed_at + m.callback_window
                and c.contact_since <= judged_at
            order by c.reached_at, c.pbx_id collate "C"
            limit 1
        ) as f
    ) as later on true
    cross join lateral (
        select
            case when m.contact_since <= judged_at
                then m.contact_direction else later.direction end as direction,
            case when m.contact_since <= judged_at
                then m.contact_line else later.line end as line,
            case when m.contact_since <= judged_at
                then m.contact_at else later.reached_at end as reached_at,
            case when m.contact_since <= judged_at
                then m.contact_manager else later.manager end as manager
    ) as contact
    where m.followed_from <= judged_at
        and (m.followed_until is null or m.followed_until > judged_at);
end;
comment on function analytics.judged_missed_call(timestamptz) is
    E'One row per missed call that had ended at the instant given, and per call that was presumed '
    'missed at that instant, judged at it. The only place where a state is judged. Runs with the '
    'caller''s rights, so it is planned as part of the query: a condition on source, local_date '
    'or missed_at uses its index.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'source: Name of the source.\n'
    'pbx_id: The PBX''s identifier of the missed call.\n'
    'customer: The caller; null when withheld.\n'
    'customer_key: Identifies the caller, even after a pseudonym has replaced the number; null '
    'when withheld.\n'
    'line: The number that the customer dialled.\n'
    'line_name: Its name in the directory on that date; null without an entry.\n'
    'department: Its department on that date; null when not given.\n'
    'local_date: Local date of the missed call''s start.\n'
    'missed_at: Instant of its end; of its start without one, and when presumed.\n'
    'wait_seconds: Seconds: its wait; null when unknown or presumed.\n'
    'missed_reason: no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; null '
    'when presumed.\n'
    'state: returned, came_back, tried, outstanding, expired or withheld.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the earliest outgoing call, '
    'whatever its result; null without one, and when it began before.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first contact in either '
    'direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.\n'
    'callback_window: How long after missed_at, inclusive, a call that starts counts.\n'
    'presumed: Whether it is presumed missed: neither answered nor ended four hours after its '
    'start.\n'
    'came_back_on_line: The line of the contact when the state is came_back; null otherwise.';
