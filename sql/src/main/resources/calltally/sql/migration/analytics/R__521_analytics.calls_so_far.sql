drop function if exists analytics.calls_so_far(text, date[], time, text, text);
create or replace function analytics.calls_so_far(
    source text,
    dates date[],
    until_time time,
    of_line text default null,
    of_department text default null)
    returns table (
        local_date date,
        incoming integer,
        answered integer,
        missed integer,
        short_missed integer,
        answered_in_time integer,
        waits_known integer,
        missed_callers integer,
        waiting_callers integer)
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
    zone constant text := (
        select s.zone from config.source as s where s.source_id = asked_source);
begin
    return query
    with day as materialized (
        select
            d.local_date,
            (d.local_date + until_time) at time zone zone as until_at
        from unnest(dates) as d (local_date)
    ),
    call_sum as (
        select
            d.local_date,
            count(c.incoming) as incoming,
            count(c.answered) as answered,
            count(c.missed) as missed,
            count(c.short_missed) as short_missed,
            count(c.answered_in_time) as answered_in_time,
            count(c.wait_answered) + count(c.wait_missed) as waits_known,
            count(distinct c.caller_key) filter (where c.missed = 1) as missed_callers
        from day as d
        left join stats.counted_call as c
            on c.source_id = asked_source
            and c.local_date = d.local_date
            and c.started_at < d.until_at
            and (of_line is null or c.line = of_line)
            and (of_department is null or c.department = of_department)
        group by d.local_date
    ),
    missed_call as (
        select
            d.local_date,
            m.state,
            row_number() over (
                partition by d.local_date, m.customer_key
                order by m.missed_at desc, m.pbx_id collate "C" desc
            ) as recency
        from day as d
        cross join lateral analytics.judged_missed_call(d.until_at) as m
        where m.source = calls_so_far.source
            and m.local_date = d.local_date
            and m.missed_at >= d.until_at - m.callback_window
            and m.customer is not null
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
    ),
    waiting_sum as (
        select m.local_date, count(*) as callers
        from missed_call as m
        where m.recency = 1
            and m.state in ('outstanding', 'tried')
        group by m.local_date
    )
    select
        s.local_date,
        s.incoming::integer,
        s.answered::integer,
        s.missed::integer,
        s.short_missed::integer,
        s.answered_in_time::integer,
        s.waits_known::integer,
        s.missed_callers::integer,
        coalesce(w.callers, 0)::integer
    from call_sum as s
    left join waiting_sum as w using (local_date)
    order by s.local_date desc;
end
$$;
comment on function analytics.calls_so_far(text, date[], time, text, text) is
    E'What call_figures counts, over the incoming calls of each date that began before a local '
    'time of day: what is usual until now. One row per date, with or without calls.\n\n'
    'local_date: The date.\n'
    'incoming: Incoming calls.\n'
    'answered: Incoming calls answered.\n'
    'missed: Incoming calls missed.\n'
    'short_missed: Missed with wait < the short-call limit while the caller may have hung up.\n'
    'answered_in_time: Answered with wait <= T.\n'
    'waits_known: Answered or missed calls with a known wait.\n'
    'missed_callers: Distinct known customers with at least one missed call.\n'
    'waiting_callers: Customers of the date on the call-back list of that time: the rows of '
    'waiting_callers with of_period.';
