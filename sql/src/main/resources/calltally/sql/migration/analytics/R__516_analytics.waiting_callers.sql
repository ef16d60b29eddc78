create or replace function analytics.waiting_callers(
    source text,
    at timestamptz,
    from_date date default null,
    until_date date default null,
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
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    asked_source constant integer := stats.source_named(source);
    asked config.source;
    window_start timestamptz;
    window_holds_period boolean;
begin
    select s.* into asked from config.source as s where s.source_id = asked_source;
    window_start := waiting_callers.at - asked.callback_window;
    window_holds_period := from_date::timestamp at time zone asked.zone >= window_start;
    return query
    with
    -- Waiting callers were missed within the call-back window.
    missed_call as (
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
            coalesce(m.local_date >= from_date and m.local_date < until_date, false) as of_period
        from analytics.judged_missed_call(waiting_callers.at) as m
        where m.source = waiting_callers.source
            and m.missed_at >= window_start
            and m.missed_at <= waiting_callers.at
            and m.customer is not null
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    ),
    ranked_call as (
        select
            m.*,
            count(*) over (partition by m.customer_key, m.of_period) as calls,
            count(*) filter (where m.state in ('outstanding', 'tried'))
                over (partition by m.customer_key, m.of_period) as waiting_calls,
            bool_and(m.presumed) filter (where m.state in ('outstanding', 'tried'))
                over (partition by m.customer_key, m.of_period) as all_presumed,
            row_number() over (
                partition by m.customer_key, m.of_period
                order by m.missed_at desc, m.pbx_id collate "C" desc
            ) as recency
        from missed_call as m
    ),
    -- A caller listed for the period is not listed again.
    waiting_caller as (
        select
            r.*,
            row_number() over (partition by r.customer_key order by r.of_period desc) as listing
        from ranked_call as r
        where r.recency = 1
            and r.state in ('outstanding', 'tried')
    ),
    listed_caller as (
        select
            w.*,
            case
                when w.of_period and window_holds_period then w.calls
                when w.of_period then (
                    select count(*)
                    from analytics.missed_call_follow_up as m
                    where m.source = waiting_callers.source
                        and m.customer_key = w.customer_key
                        and m.followed_from <= waiting_callers.at
                        and (m.followed_until is null or m.followed_until > waiting_callers.at)
                        and m.local_date >= from_date
                        and m.local_date < until_date
                        and (of_line is null or m.line = of_line)
                        and (of_department is null or m.department = of_department))
                else w.waiting_calls
            end as missed_calls
        from waiting_caller as w
        where w.listing = 1
    )
    select
        w.customer,
        w.of_period,
        w.missed_calls::integer,
        case when w.state = 'tried' then (
            select count(*)
            from analytics.tries_at(
                waiting_callers.source, w.customer_key, w.missed_at, w.callback_window,
                waiting_callers.at))
        else 0 end::integer as tries,
        w.pbx_id,
        w.line,
        w.line_name,
        w.department,
        w.local_date,
        w.missed_at,
        w.wait_seconds,
        w.missed_reason,
        w.state,
        w.seconds_to_callback,
        w.seconds_to_contact,
        w.called_back_by,
        w.all_presumed as presumed,
        w.came_back_on_line
    from listed_caller as w
    order by w.of_period desc, w.missed_calls desc, w.missed_at, w.customer collate "C";
end
$$;
comment on function analytics.waiting_callers(text, timestamptz, date, date, text, text) is
    E'The work list: one row per known customer outstanding or tried at the instant, whatever day '
    'they called. Customers whose last missed call of [from_date, until_date) is outstanding or '
    'tried come first (of_period), then those whose last missed call of other dates is; in each '
    'part most missed calls first, then oldest. Without dates, all belong to other dates.\n\n'
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
    'missed_reason: no_answer, caller_gave_up, busy, unavailable, not_offered or unknown; null '
    'when presumed.\n'
    'state: returned, came_back, tried, outstanding or expired, judged at the instant.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the earliest outgoing call, '
    'whatever its result; null without one, and when it began before.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first contact in either '
    'direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.\n'
    'presumed: Whether all calls of theirs that wait, in the period or on other dates, are '
    'presumed missed: neither answered nor ended four hours after their start. Presumed missed '
    'calls count here among the missed ones.\n'
    'came_back_on_line: Always null: nobody on this list came back.';
