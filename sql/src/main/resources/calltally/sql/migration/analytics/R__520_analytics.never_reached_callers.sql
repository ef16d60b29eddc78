create or replace function analytics.never_reached_callers(
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
declare
    asked_source constant integer := stats.source_named(source);
    asked config.source;
begin
    perform stats.plan_few_days_once(from_date, until_date);
    select s.* into asked from config.source as s where s.source_id = asked_source;
    return query
    with expired_call as (
        select
            m.*,
            count(*) over (partition by m.customer_key) as missed_calls,
            bool_and(m.presumed) over (partition by m.customer_key) as all_presumed,
            row_number() over (
                partition by m.customer_key
                order by m.missed_at desc, m.pbx_id collate "C" desc
            ) as recency
        from analytics.judged_missed_call(never_reached_callers.at) as m
        where m.source = never_reached_callers.source
            -- Whose window ends on the dates: in UTC, its days have 24 hours.
            and m.missed_at >= from_date::timestamp at time zone asked.zone - asked.callback_window
            and m.missed_at < until_date::timestamp at time zone asked.zone - asked.callback_window
            and m.state = 'expired'
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    )
    select
        e.customer,
        e.local_date >= from_date and e.local_date < until_date as of_period,
        e.missed_calls::integer,
        (select count(*)
        from analytics.tries_at(
            never_reached_callers.source, e.customer_key, e.missed_at, e.callback_window,
            never_reached_callers.at))::integer as tries,
        e.pbx_id,
        e.line,
        e.line_name,
        e.department,
        e.local_date,
        e.missed_at,
        e.wait_seconds,
        e.missed_reason,
        e.state,
        e.seconds_to_callback,
        e.seconds_to_contact,
        e.called_back_by,
        e.all_presumed as presumed,
        e.came_back_on_line
    from expired_call as e
    where e.recency = 1
        -- A caller who was missed again later is named when that call expires.
        and not exists (
            select from calls.missed_call as k
            join calls.call as c using (source_id, pbx_id)
            where k.source_id = asked_source
                and (of_line is null or k.line = of_line)
                and (of_department is null or c.department = of_department)
                and k.customer_key = e.customer_key
                and k.followed_from <= never_reached_callers.at
                and (k.followed_until is null or k.followed_until > never_reached_callers.at)
                and (k.missed_at, k.pbx_id collate "C") > (e.missed_at, e.pbx_id collate "C"))
    order by e.missed_calls desc, e.missed_at, e.customer collate "C";
end
$$;
comment on function analytics.never_reached_callers(text, date, date, timestamptz, text, text) is
    E'One row per known customer whose last missed or presumed missed call had no contact and '
    'whose call-back window ended on a local date in [from_date, until_date), and before the '
    'instant. Most missed calls first, then oldest. of_line and of_department narrow the calls to '
    'those of a line or of a department''s lines.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'customer: The customer''s number.\n'
    'of_period: Whether the row''s last missed call lies in the period.\n'
    'missed_calls: The customer''s missed and presumed missed calls that expired in the period.\n'
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
    'state: Always expired.\n'
    'seconds_to_callback: Seconds from missed_at to the start of the earliest outgoing call, '
    'whatever its result; null without one, and when it began before.\n'
    'seconds_to_contact: Seconds from missed_at to the answer of the first contact in either '
    'direction; null without one.\n'
    'called_back_by: Manager of the contact when returned, else of the first try; null without '
    'one.\n'
    'presumed: Whether all of them are presumed missed.\n'
    'came_back_on_line: Always null: nobody on this list came back.';
