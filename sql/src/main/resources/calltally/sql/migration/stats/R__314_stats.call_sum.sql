create or replace function stats.call_sum(
    asked_source integer,
    from_date date,
    until_date date,
    per text,
    of_line text,
    of_department text)
    returns table (
        starts_on date,
        weekday smallint,
        local_hour smallint,
        line text,
        department text,
        line_name text,
        line_department text,
        incoming bigint,
        answered bigint,
        missed bigint,
        unfinished bigint,
        short_missed bigint,
        missed_caller_gave_up bigint,
        missed_no_answer bigint,
        missed_busy bigint,
        missed_unavailable bigint,
        missed_not_offered bigint,
        missed_unknown bigint,
        missed_outside_hours bigint,
        answered_in_time bigint,
        missed_in_time bigint,
        wait_answered_sum numeric,
        wait_answered_count bigint,
        wait_answered_percentiles float8[],
        wait_answered_longest numeric,
        wait_missed_sum numeric,
        wait_missed_count bigint,
        wait_missed_percentiles float8[],
        wait_missed_longest numeric,
        talk_sum numeric,
        talk_count bigint,
        outgoing bigint,
        connected bigint,
        outgoing_missed bigint,
        peak_hour smallint,
        unique_callers bigint,
        new_callers bigint,
        missed_callers bigint)
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with
    -- Key columns are never null, so groups can be joined by them.
    call as not materialized (
        select
            coalesce(stats.starts_on(per, c.local_date), from_date) as starts_on,
            case
                when per = 'weekday_hour' then extract(isodow from c.local_date)
                else 0
            end as weekday,
            case when per in ('hour', 'weekday_hour') then c.local_hour else -1 end as local_hour,
            case when per = 'line' then coalesce(c.line, '') else '' end as line,
            case when per = 'department' then coalesce(c.department, '') else '' end as department,
            c.local_hour as hour,
            c.started_at,
            c.line_name,
            c.department as line_department,
            c.pbx_id,
            c.caller_key,
            c.incoming,
            c.answered,
            c.missed,
            c.unfinished,
            c.short_missed,
            c.missed_caller_gave_up,
            c.missed_no_answer,
            c.missed_busy,
            c.missed_unavailable,
            c.missed_not_offered,
            c.missed_unknown,
            c.missed_outside_hours,
            c.answered_in_time,
            c.missed_in_time,
            c.wait_answered,
            c.wait_missed,
            c.talk,
            c.outgoing,
            c.connected,
            c.outgoing_missed
        from stats.counted_call as c
        where c.source_id = asked_source
            and c.local_date >= from_date
            and c.local_date < until_date
            and (of_line is null or c.line = of_line)
            and (of_department is null or c.department = of_department)
    ),
    call_sum as (
        select
            c.starts_on, c.weekday, c.local_hour, c.line, c.department,
            count(c.incoming) as incoming,
            count(c.answered) as answered,
            count(c.missed) as missed,
            count(c.unfinished) as unfinished,
            count(c.short_missed) as short_missed,
            count(c.missed_caller_gave_up) as missed_caller_gave_up,
            count(c.missed_no_answer) as missed_no_answer,
            count(c.missed_busy) as missed_busy,
            count(c.missed_unavailable) as missed_unavailable,
            count(c.missed_not_offered) as missed_not_offered,
            count(c.missed_unknown) as missed_unknown,
            count(c.missed_outside_hours) as missed_outside_hours,
            count(c.answered_in_time) as answered_in_time,
            count(c.missed_in_time) as missed_in_time,
            sum(c.wait_answered) as wait_answered_sum,
            count(c.wait_answered) as wait_answered_count,
            percentile_cont('{0.5,0.9}'::float8[])
                within group (order by c.wait_answered) as wait_answered_percentiles,
            max(c.wait_answered) as wait_answered_longest,
            sum(c.wait_missed) as wait_missed_sum,
            count(c.wait_missed) as wait_missed_count,
            percentile_cont('{0.5,0.9}'::float8[])
                within group (order by c.wait_missed) as wait_missed_percentiles,
            max(c.wait_missed) as wait_missed_longest,
            sum(c.talk) as talk_sum,
            count(c.talk) as talk_count,
            count(c.outgoing) as outgoing,
            count(c.connected) as connected,
            count(c.outgoing_missed) as outgoing_missed,
            -- Ties go to the earliest hour, the first in this order.
            mode() within group (order by c.hour) filter (where c.incoming = 1) as peak_hour
        from call as c
        group by c.starts_on, c.weekday, c.local_hour, c.line, c.department
    ),
    first_call as (
        select
            c.starts_on, c.weekday, c.local_hour, c.line, c.department,
            c.caller_key,
            min(c.started_at) as started_at,
            count(c.missed) as missed
        from call as c
        where c.caller_key is not null
        group by c.starts_on, c.weekday, c.local_hour, c.line, c.department, c.caller_key
    ),
    history as (
        select min(c.local_date) as first_date
        from calls.call as c
        where c.source_id = asked_source
    ),
    caller_sum as (
        select
            f.starts_on, f.weekday, f.local_hour, f.line, f.department,
            count(*) as unique_callers,
            count(*) filter (
                where h.first_date <= greatest(f.starts_on, from_date) - 90
                    and not exists (
                        select from calls.call as before
                        where before.source_id = asked_source
                            and before.customer_key = f.caller_key
                            and before.started_at >= f.started_at - interval '2160 hours'
                            and before.started_at < f.started_at
                            and not before.is_internal)
            ) as new_callers,
            count(*) filter (where f.missed > 0) as missed_callers
        from first_call as f
        cross join history as h
        group by f.starts_on, f.weekday, f.local_hour, f.line, f.department
    ),
    line_name as (
        select distinct on (c.line)
            c.line,
            c.line_name,
            c.line_department as department
        from call as c
        where per = 'line'
        order by c.line, c.started_at desc, c.pbx_id collate "C"
    ),
    -- The group of a whole period has a row even without calls.
    whole as (
        select from_date as starts_on
        where per = 'period'
    )
    select
        starts_on,
        s.weekday::smallint,
        s.local_hour::smallint,
        s.line,
        s.department,
        n.line_name,
        n.department,
        s.incoming,
        s.answered,
        s.missed,
        s.unfinished,
        s.short_missed,
        s.missed_caller_gave_up,
        s.missed_no_answer,
        s.missed_busy,
        s.missed_unavailable,
        s.missed_not_offered,
        s.missed_unknown,
        s.missed_outside_hours,
        s.answered_in_time,
        s.missed_in_time,
        s.wait_answered_sum,
        s.wait_answered_count,
        s.wait_answered_percentiles,
        s.wait_answered_longest,
        s.wait_missed_sum,
        s.wait_missed_count,
        s.wait_missed_percentiles,
        s.wait_missed_longest,
        s.talk_sum,
        s.talk_count,
        s.outgoing,
        s.connected,
        s.outgoing_missed,
        s.peak_hour,
        k.unique_callers,
        case when h.first_date <= greatest(starts_on, from_date) - 90
            then coalesce(k.new_callers, 0) end,
        k.missed_callers
    from call_sum as s
    full join whole using (starts_on)
    left join caller_sum as k using (starts_on, weekday, local_hour, line, department)
    left join line_name as n using (line)
    cross join history as h;
end
$$;
comment on function stats.call_sum(integer, date, date, text, text, text) is
    'The sums from which analytics.call_figures is computed, under the names of its columns: one '
    'row per group. Where not grouped by it, the weekday is 0, the hour -1 and line and '
    'department are empty; an unknown line or department is empty too.';
