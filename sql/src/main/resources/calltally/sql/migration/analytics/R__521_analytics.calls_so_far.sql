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
        missed_callers integer)
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    asked_source constant integer := stats.source_named(source);
    zone constant text := (
        select s.zone from config.source as s where s.source_id = asked_source);
begin
    return query
    select
        d.local_date,
        count(c.incoming)::integer,
        count(c.answered)::integer,
        count(c.missed)::integer,
        count(c.short_missed)::integer,
        count(c.answered_in_time)::integer,
        (count(c.wait_answered) + count(c.wait_missed))::integer,
        (count(distinct c.caller_key) filter (where c.missed = 1))::integer
    from unnest(dates) as d (local_date)
    left join stats.counted_call as c
        on c.source_id = asked_source
        and c.local_date = d.local_date
        and c.started_at < (d.local_date + until_time) at time zone zone
        and (of_line is null or c.line = of_line)
        and (of_department is null or c.department = of_department)
    group by d.local_date
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
    'missed_callers: Distinct known customers with at least one missed call.';
