drop function if exists analytics.missed_callers(text, date, date, timestamptz, text, text);
drop function if exists analytics.waiting_callers(text, timestamptz, date, date, text, text);
drop function if exists analytics.callback_figures(text, date, date, timestamptz, text, text, text);

drop function if exists calls.tries_since(integer, bigint, timestamptz, timestamptz);

create function calls.tries_since(source_id integer, customer_key bigint, missed_at timestamptz, judged_at timestamptz)
    returns table (tries integer)
    language sql
    stable
begin atomic
    select count(*)::integer
    from config.source as s
    join calls.call as c using (source_id)
    where s.source_id = tries_since.source_id
        and c.customer_key = tries_since.customer_key
        and c.direction = 'outgoing'
        and not c.is_internal
        and c.started_at > missed_at
        and c.started_at <= least(judged_at, missed_at + s.callback_window);
end;
comment on function calls.tries_since(integer, bigint, timestamptz, timestamptz) is 'One row: how many outgoing calls to the customer start after the missed call''s end, within the call-back window and at or before the instant. Planned as part of the query that asks, so that a year of callers takes no call of a function for each.';

create function analytics.missed_callers(
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
        called_back_by text)
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
begin
    return query
    with missed_call as (
        select
            m.pbx_id,
            m.customer,
            k.customer_key,
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
            count(*) over (partition by k.customer_key) as missed_calls,
            row_number() over (partition by k.customer_key order by m.missed_at desc, m.pbx_id collate "C" desc) as recency
        from analytics.judged_missed_call(missed_callers.at) as m
        join calls.missed_call as k
            on k.source_id = asked_source
            and k.pbx_id = m.pbx_id
        where m.source = missed_callers.source
            and m.local_date >= from_date
            and m.local_date < until_date
            and m.customer is not null
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
        m.called_back_by
    from missed_call as m
    cross join lateral calls.tries_since(asked_source, m.customer_key, m.missed_at, missed_callers.at) as t
    where m.recency = 1
    order by m.missed_calls desc, m.missed_at, m.customer collate "C";
end
$$;
comment on function analytics.missed_callers(text, date, date, timestamptz, text, text) is 'One row per known customer with at least one missed call whose local date lies in [from_date, until_date) and that had ended at the instant; his state is that of the last of them, judged at the instant. Most missed calls first, then oldest. of_line and of_department narrow the calls to those of a line or of a department''s lines.

Columns; seconds are numeric with milliseconds:
customer: His number.
of_period: Whether the last missed call meant here lies in the period.
missed_calls: His missed calls of the period; for a caller of another day, those outstanding or tried.
tries: Outgoing calls to him that start after the last missed call, within the call-back window and at or before the instant.
pbx_id: The PBX''s identifier of the last missed call: that which ended last, then the greatest identifier.
line: The number that he dialled; this and the following are those of the last missed call.
line_name: Its name in the directory; null without an entry.
department: Its department; null when not given.
local_date: Local date of the call''s start.
missed_at: Instant of its end; its start without one.
wait_seconds: Seconds: its wait; null when unknown.
missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.
state: returned, came_back, tried, outstanding or expired, judged at the instant.
seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.
seconds_to_contact: Seconds from missed_at to the answer of the first answered call in either direction; null without one.
called_back_by: Manager of the contact when returned, else of the first try; null without one.';

create function analytics.waiting_callers(
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
        called_back_by text)
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
    window_start constant timestamptz := waiting_callers.at - (select s.callback_window from config.source as s where s.source_id = asked_source);
begin
    return query
    with
    -- Whoever waits was missed within the call-back window.
    missed_call as (
        select
            m.pbx_id,
            m.customer,
            k.customer_key,
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
        join calls.missed_call as k
            on k.source_id = asked_source
            and k.pbx_id = m.pbx_id
        where m.source = waiting_callers.source
            and m.missed_at >= window_start
            and m.customer is not null
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    ),
    ranked_call as (
        select
            m.*,
            count(*) filter (where m.state in ('outstanding', 'tried')) over (partition by m.customer_key, m.of_period) as waiting_calls,
            row_number() over (partition by m.customer_key, m.of_period order by m.missed_at desc, m.pbx_id collate "C" desc) as recency
        from missed_call as m
    ),
    -- A caller of the period is listed there and not again.
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
                when w.of_period then (
                    select count(*)
                    from analytics.judged_missed_call(waiting_callers.at) as m
                    join calls.missed_call as k
                        on k.source_id = asked_source
                        and k.pbx_id = m.pbx_id
                    where m.source = waiting_callers.source
                        and k.customer_key = w.customer_key
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
        t.tries,
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
        w.called_back_by
    from listed_caller as w
    cross join lateral calls.tries_since(asked_source, w.customer_key, w.missed_at, waiting_callers.at) as t
    order by w.of_period desc, w.missed_calls desc, w.missed_at, w.customer collate "C";
end
$$;
comment on function analytics.waiting_callers(text, timestamptz, date, date, text, text) is 'The work list: one row per known customer outstanding or tried at the instant, whichever day he called. Those whose last missed call of [from_date, until_date) waits come first (of_period), then those whose last missed call of other days does; in each part most missed calls first, then oldest. Without dates all are of other days.

Columns; seconds are numeric with milliseconds:
customer: His number.
of_period: Whether the last missed call meant here lies in the period.
missed_calls: His missed calls of the period; for a caller of another day, those outstanding or tried.
tries: Outgoing calls to him that start after the last missed call, within the call-back window and at or before the instant.
pbx_id: The PBX''s identifier of the last missed call: that which ended last, then the greatest identifier.
line: The number that he dialled; this and the following are those of the last missed call.
line_name: Its name in the directory; null without an entry.
department: Its department; null when not given.
local_date: Local date of the call''s start.
missed_at: Instant of its end; its start without one.
wait_seconds: Seconds: its wait; null when unknown.
missed_reason: caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.
state: returned, came_back, tried, outstanding or expired, judged at the instant.
seconds_to_callback: Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.
seconds_to_contact: Seconds from missed_at to the answer of the first answered call in either direction; null without one.
called_back_by: Manager of the contact when returned, else of the first try; null without one.';

create function analytics.callback_figures(
    source text,
    from_date date,
    until_date date,
    at timestamptz,
    per text,
    of_line text default null,
    of_department text default null)
    returns table (
        starts_on date,
        line text,
        department text,
        missed_calls integer,
        withheld_calls integer,
        callers integer,
        returned integer,
        came_back integer,
        tried integer,
        outstanding integer,
        expired integer,
        callback_count integer,
        callback_average numeric,
        callback_median numeric,
        contact_count integer,
        contact_average numeric,
        contact_median numeric)
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
begin
    perform stats.require_grouping(per, '{period,day,week,month,line,department}');
    return query
    with missed_call as (
        select
            coalesce(stats.starts_on(per, m.local_date), from_date) as starts_on,
            case when per = 'line' then m.line end as line,
            case when per = 'department' then m.department end as department,
            m.pbx_id,
            m.customer,
            k.customer_key,
            m.missed_at,
            m.state,
            m.seconds_to_callback,
            m.seconds_to_contact
        from analytics.judged_missed_call(callback_figures.at) as m
        join calls.missed_call as k
            on k.source_id = asked_source
            and k.pbx_id = m.pbx_id
        where m.source = callback_figures.source
            and m.local_date >= from_date
            and m.local_date < until_date
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    ),
    ranked_call as (
        select
            m.*,
            row_number() over (
                partition by m.starts_on, m.line, m.department, m.customer_key
                order by m.missed_at desc, m.pbx_id collate "C" desc) = 1
                and m.customer is not null as is_last
        from missed_call as m
    ),
    call_sum as (
        select
            r.starts_on,
            r.line,
            r.department,
            count(*) as missed_calls,
            count(*) filter (where r.customer is null) as withheld_calls,
            count(*) filter (where r.is_last) as callers,
            count(*) filter (where r.is_last and r.state = 'returned') as returned,
            count(*) filter (where r.is_last and r.state = 'came_back') as came_back,
            count(*) filter (where r.is_last and r.state = 'tried') as tried,
            count(*) filter (where r.is_last and r.state = 'outstanding') as outstanding,
            count(*) filter (where r.is_last and r.state = 'expired') as expired,
            count(r.seconds_to_callback) as callback_count,
            avg(r.seconds_to_callback) as callback_average,
            percentile_cont(0.5) within group (order by r.seconds_to_callback) as callback_median,
            count(r.seconds_to_contact) as contact_count,
            avg(r.seconds_to_contact) as contact_average,
            percentile_cont(0.5) within group (order by r.seconds_to_contact) as contact_median
        from ranked_call as r
        group by r.starts_on, r.line, r.department
    ),
    -- A period has its row also without calls.
    whole as (
        select from_date as starts_on
        where per = 'period'
    )
    select
        case when per in ('day', 'week', 'month') then starts_on end as starts_on,
        s.line,
        s.department,
        coalesce(s.missed_calls, 0)::integer,
        coalesce(s.withheld_calls, 0)::integer,
        coalesce(s.callers, 0)::integer,
        coalesce(s.returned, 0)::integer,
        coalesce(s.came_back, 0)::integer,
        coalesce(s.tried, 0)::integer,
        coalesce(s.outstanding, 0)::integer,
        coalesce(s.expired, 0)::integer,
        coalesce(s.callback_count, 0)::integer,
        round(s.callback_average, 3),
        round(s.callback_median::numeric, 3),
        coalesce(s.contact_count, 0)::integer,
        round(s.contact_average, 3),
        round(s.contact_median::numeric, 3)
    from call_sum as s
    full join whole using (starts_on)
    order by starts_on, s.missed_calls desc, s.line, s.department;
end
$$;
comment on function analytics.callback_figures(text, date, date, timestamptz, text, text, text) is 'Missed calls, missed callers by state, times to callback and to contact, over the missed calls whose local date lies in [from_date, until_date), judged at the instant; one row per group. per: period (always one row), day, week, month, line or department. A caller is counted once in each group, by his last missed call there.

Columns; seconds are numeric with milliseconds:
starts_on: First local date of the day, ISO week (its Monday) or month; null when not grouped by one.
line: The line; null when not grouped by it, and for calls whose line is unknown.
department: The lines'' department; null when not grouped by it or not given.
missed_calls: Missed incoming calls that had ended at the instant, withheld ones included.
withheld_calls: Those of unknown customers, whom nobody can call back.
callers: Distinct known customers: the sum of the five states.
returned: Callers whose last missed call of the group is returned.
came_back: Callers whose last missed call came back.
tried: Callers whose last missed call is tried.
outstanding: Callers whose last missed call is outstanding.
expired: Callers whose last missed call is expired.
callback_count: Missed calls after which an outgoing call was placed within the window.
callback_average: Seconds: mean over them of the time to callback; null without one.
callback_median: Seconds: median of the same, continuous; null without one.
contact_count: Missed calls after which a call in either direction was answered within the window.
contact_average: Seconds: mean over them of the time to contact; null without one.
contact_median: Seconds: median of the same, continuous; null without one.';
