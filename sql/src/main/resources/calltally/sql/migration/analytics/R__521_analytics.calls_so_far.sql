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
            (d.local_date + until_time) at time zone zone as until_at,
            date_trunc('hour', (d.local_date + until_time) at time zone zone, zone) as hour_start
        from unnest(dates) as d (local_date)
    ),
    -- The hours that were over by then have sums.
    hour_sum as (
        select
            d.local_date,
            h.incoming,
            h.answered,
            h.missed,
            h.short_missed,
            h.answered_in_time,
            h.wait_answered_count + h.wait_missed_count as waits_known
        from day as d
        cross join lateral (
            select h.* from stats.hourly_line as h
            where h.source_id = asked_source
                and h.local_date = d.local_date
                and h.hour_start < d.hour_start
            offset 0
        ) as h
        where (of_line is null or h.line = of_line)
            and (of_department is null or h.department = of_department)
    ),
    -- A day at a time, here and below: several would be joined with all calls ever stored.
    counted_call as materialized (
        select c.*
        from day as d
        cross join lateral (
            select
                c.local_date, c.line, c.department, c.incoming, c.answered, c.missed,
                c.short_missed, c.answered_in_time, c.wait_answered, c.wait_missed, c.caller_key,
                c.hour_start >= d.hour_start as is_of_last_hour
            from stats.counted_call as c
            where c.source_id = asked_source
                and c.local_date = d.local_date
                and (c.hour_start >= d.hour_start or c.missed = 1)
                and c.started_at < d.until_at
            offset 0
        ) as c
        where (of_line is null or c.line = of_line)
            and (of_department is null or c.department = of_department)
    ),
    call_sum as (
        select
            u.local_date,
            sum(u.incoming) as incoming,
            sum(u.answered) as answered,
            sum(u.missed) as missed,
            sum(u.short_missed) as short_missed,
            sum(u.answered_in_time) as answered_in_time,
            sum(u.waits_known) as waits_known
        from (
            select * from hour_sum
            union all
            select
                c.local_date,
                c.incoming,
                c.answered,
                c.missed,
                c.short_missed,
                c.answered_in_time,
                num_nonnulls(c.wait_answered, c.wait_missed)
            from counted_call as c
            where c.is_of_last_hour
        ) as u
        group by u.local_date
    ),
    caller_sum as (
        select c.local_date, count(distinct c.caller_key) as callers
        from counted_call as c
        where c.missed = 1
        group by c.local_date
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
        cross join lateral (
            select m.* from analytics.judged_missed_call(d.until_at) as m
            where m.source = calls_so_far.source and m.local_date = d.local_date offset 0
        ) as m
        where m.missed_at >= d.until_at - m.callback_window
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
        d.local_date,
        coalesce(s.incoming, 0)::integer,
        coalesce(s.answered, 0)::integer,
        coalesce(s.missed, 0)::integer,
        coalesce(s.short_missed, 0)::integer,
        coalesce(s.answered_in_time, 0)::integer,
        coalesce(s.waits_known, 0)::integer,
        coalesce(c.callers, 0)::integer,
        coalesce(w.callers, 0)::integer
    from day as d
    left join call_sum as s using (local_date)
    left join caller_sum as c using (local_date)
    left join waiting_sum as w using (local_date)
    order by d.local_date desc;
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
