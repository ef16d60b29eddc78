create or replace function analytics.callback_figures(
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
        contact_median numeric,
        reached_in_15_minutes integer,
        reached_in_1_hour integer,
        reached_in_4_hours integer,
        reached integer,
        reach_median numeric)
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
    perform stats.plan_few_days_once(from_date, until_date);
    perform stats.require_grouping(per, '{period,day,week,month,line,department}');
    return query
    with missed_call as (
        select
            coalesce(stats.starts_on(per, m.local_date), from_date) as starts_on,
            case when per = 'line' then m.line end as line,
            case when per = 'department' then m.department end as department,
            m.pbx_id,
            m.customer,
            m.customer_key,
            m.missed_at,
            m.state,
            m.seconds_to_callback,
            m.seconds_to_contact
        from analytics.judged_missed_call(callback_figures.at) as m
        where m.source = callback_figures.source
            and m.local_date >= from_date
            and m.local_date < until_date
            and not m.presumed
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    ),
    ranked_call as (
        select
            m.*,
            row_number() over (
                partition by m.starts_on, m.line, m.department, m.customer_key
                order by m.missed_at desc, m.pbx_id collate "C" desc) = 1
                and m.customer is not null as is_last,
            case when row_number() over (
                partition by m.starts_on, m.line, m.department, m.customer_key
                order by m.missed_at, m.pbx_id collate "C") = 1
                and m.customer is not null then m.seconds_to_contact end as seconds_to_reach
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
            percentile_cont(0.5) within group (order by r.seconds_to_contact) as contact_median,
            count(*) filter (where r.seconds_to_reach <= 900) as reached_in_15_minutes,
            count(*) filter (where r.seconds_to_reach <= 3600) as reached_in_1_hour,
            count(*) filter (where r.seconds_to_reach <= 14400) as reached_in_4_hours,
            count(r.seconds_to_reach) as reached,
            percentile_cont(0.5) within group (order by r.seconds_to_reach) as reach_median
        from ranked_call as r
        group by r.starts_on, r.line, r.department
    ),
    -- The group of a whole period has a row even without calls.
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
        round(s.contact_median::numeric, 3),
        coalesce(s.reached_in_15_minutes, 0)::integer,
        coalesce(s.reached_in_1_hour, 0)::integer,
        coalesce(s.reached_in_4_hours, 0)::integer,
        coalesce(s.reached, 0)::integer,
        round(s.reach_median::numeric, 3)
    from call_sum as s
    full join whole using (starts_on)
    order by starts_on, s.missed_calls desc, s.line, s.department;
end
$$;
comment on function analytics.callback_figures(text, date, date, timestamptz, text, text, text) is
    E'Missed calls, missed callers by state, times to call-back and to contact, over the missed '
    'calls whose local date lies in [from_date, until_date), judged at the instant; one row per '
    'group. per: period (always one row), day, week, month, line or department. A caller is '
    'counted once in each group, by their last missed call there.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'starts_on: First local date of the day, ISO week (its Monday) or month; null when not '
    'grouped by one.\n'
    'line: The line; null when not grouped by it, and for calls whose line is unknown.\n'
    'department: The lines'' department; null when not grouped by it or not given.\n'
    'missed_calls: Missed incoming calls that had ended at the instant, withheld ones included.\n'
    'withheld_calls: Those of unknown customers, who cannot be called back.\n'
    'callers: Distinct known customers: the sum of the five states.\n'
    'returned: Callers whose last missed call of the group is returned.\n'
    'came_back: Callers whose last missed call came back.\n'
    'tried: Callers whose last missed call is tried.\n'
    'outstanding: Callers whose last missed call is outstanding.\n'
    'expired: Callers whose last missed call is expired.\n'
    'callback_count: Missed calls after which an outgoing call was placed within the window.\n'
    'callback_average: Seconds: their mean time to call-back; null without one.\n'
    'callback_median: Seconds: their median time to call-back, continuous; null without one.\n'
    'contact_count: Missed calls after which a call in either direction reached the caller within '
    'the window.\n'
    'contact_average: Seconds: their mean time to contact; null without one.\n'
    'contact_median: Seconds: their median time to contact, continuous; null without one.\n'
    'reached_in_15_minutes: Callers whose first contact came at most 15 minutes after the end of '
    'their first missed call of the group; this and the next three are parts of callers.\n'
    'reached_in_1_hour: The same within an hour.\n'
    'reached_in_4_hours: The same within four hours.\n'
    'reached: The same within the call-back window.\n'
    'reach_median: Seconds: median of that time over those who were reached, continuous; null '
    'without one.';
