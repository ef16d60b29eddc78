drop function if exists analytics.call_figures(text, date, date, text, text, text);

create function analytics.call_figures(
    source text,
    from_date date,
    until_date date,
    per text,
    of_line text default null,
    of_department text default null)
    returns table (
        starts_on date,
        weekday smallint,
        local_hour smallint,
        line text,
        line_name text,
        department text,
        incoming integer,
        answered integer,
        missed integer,
        unfinished integer,
        short_missed integer,
        missed_caller_gave_up integer,
        missed_no_answer integer,
        missed_busy integer,
        missed_unavailable integer,
        missed_not_offered integer,
        missed_unknown integer,
        missed_outside_hours integer,
        answered_in_time integer,
        missed_in_time integer,
        wait_answered_sum numeric,
        wait_answered_count integer,
        wait_answered_average numeric,
        wait_answered_median numeric,
        wait_answered_p90 numeric,
        wait_answered_longest numeric,
        wait_missed_sum numeric,
        wait_missed_count integer,
        wait_missed_average numeric,
        wait_missed_median numeric,
        wait_missed_p90 numeric,
        wait_missed_longest numeric,
        talk_sum numeric,
        talk_count integer,
        talk_average numeric,
        unique_callers integer,
        new_callers integer,
        missed_callers integer,
        outgoing integer,
        connected integer,
        outgoing_missed integer,
        answer_rate numeric,
        missed_rate numeric,
        connect_rate numeric,
        service_level numeric,
        service_level_of_answered numeric,
        service_level_of_all numeric,
        service_level_without_missed_in_time numeric,
        service_level_with_missed_in_time numeric,
        peak_hour smallint)
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
begin
    perform stats.require_grouping(per, '{period,day,week,month,hour,weekday_hour,line,department}');
    return query
    with
    -- The parts of a key are never null, so that groups can be joined by them.
    call as not materialized (
        select
            coalesce(stats.starts_on(per, c.local_date), from_date) as starts_on,
            case when per = 'weekday_hour' then extract(isodow from c.local_date) else 0 end as weekday,
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
            c.starts_on,
            c.weekday,
            c.local_hour,
            c.line,
            c.department,
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
            percentile_cont('{0.5,0.9}'::float8[]) within group (order by c.wait_answered) as wait_answered_percentiles,
            max(c.wait_answered) as wait_answered_longest,
            sum(c.wait_missed) as wait_missed_sum,
            count(c.wait_missed) as wait_missed_count,
            percentile_cont('{0.5,0.9}'::float8[]) within group (order by c.wait_missed) as wait_missed_percentiles,
            max(c.wait_missed) as wait_missed_longest,
            sum(c.talk) as talk_sum,
            count(c.talk) as talk_count,
            count(c.outgoing) as outgoing,
            count(c.connected) as connected,
            count(c.outgoing_missed) as outgoing_missed,
            -- Of equals the first in this order: the earliest.
            mode() within group (order by c.hour) filter (where c.incoming = 1) as peak_hour
        from call as c
        group by c.starts_on, c.weekday, c.local_hour, c.line, c.department
    ),
    first_call as (
        select
            c.starts_on,
            c.weekday,
            c.local_hour,
            c.line,
            c.department,
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
            f.starts_on,
            f.weekday,
            f.local_hour,
            f.line,
            f.department,
            count(*) as unique_callers,
            count(*) filter (where h.first_date <= greatest(f.starts_on, from_date) - 90 and not exists (
                select from calls.call as before
                where before.source_id = asked_source
                    and before.customer_key = f.caller_key
                    and before.started_at >= f.started_at - interval '2160 hours'
                    and before.started_at < f.started_at
                    and not before.is_internal)) as new_callers,
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
    -- A period has its row also without calls.
    whole as (
        select from_date as starts_on
        where per = 'period'
    )
    select
        case when per in ('day', 'week', 'month') then starts_on end,
        nullif(s.weekday, 0)::smallint,
        nullif(s.local_hour, -1)::smallint,
        nullif(s.line, ''),
        n.line_name,
        case when per = 'line' then n.department else nullif(s.department, '') end,
        coalesce(s.incoming, 0)::integer,
        coalesce(s.answered, 0)::integer,
        coalesce(s.missed, 0)::integer,
        coalesce(s.unfinished, 0)::integer,
        coalesce(s.short_missed, 0)::integer,
        coalesce(s.missed_caller_gave_up, 0)::integer,
        coalesce(s.missed_no_answer, 0)::integer,
        coalesce(s.missed_busy, 0)::integer,
        coalesce(s.missed_unavailable, 0)::integer,
        coalesce(s.missed_not_offered, 0)::integer,
        coalesce(s.missed_unknown, 0)::integer,
        coalesce(s.missed_outside_hours, 0)::integer,
        coalesce(s.answered_in_time, 0)::integer,
        coalesce(s.missed_in_time, 0)::integer,
        coalesce(s.wait_answered_sum, 0),
        coalesce(s.wait_answered_count, 0)::integer,
        round(s.wait_answered_sum / nullif(s.wait_answered_count, 0), 3),
        round(s.wait_answered_percentiles[1]::numeric, 3),
        round(s.wait_answered_percentiles[2]::numeric, 3),
        s.wait_answered_longest,
        coalesce(s.wait_missed_sum, 0),
        coalesce(s.wait_missed_count, 0)::integer,
        round(s.wait_missed_sum / nullif(s.wait_missed_count, 0), 3),
        round(s.wait_missed_percentiles[1]::numeric, 3),
        round(s.wait_missed_percentiles[2]::numeric, 3),
        s.wait_missed_longest,
        coalesce(s.talk_sum, 0),
        coalesce(s.talk_count, 0)::integer,
        round(s.talk_sum / nullif(s.talk_count, 0), 3),
        coalesce(k.unique_callers, 0)::integer,
        case when h.first_date <= greatest(starts_on, from_date) - 90 then coalesce(k.new_callers, 0)::integer end,
        coalesce(k.missed_callers, 0)::integer,
        coalesce(s.outgoing, 0)::integer,
        coalesce(s.connected, 0)::integer,
        coalesce(s.outgoing_missed, 0)::integer,
        analytics.rate(s.answered, s.answered + s.missed),
        analytics.rate(s.missed, s.answered + s.missed),
        analytics.rate(s.connected, s.connected + s.outgoing_missed),
        analytics.service_level(s.answered_in_time, s.answered, s.missed, s.short_missed),
        analytics.rate(s.answered_in_time, s.answered),
        analytics.rate(s.answered_in_time, s.answered + s.missed),
        analytics.rate(s.answered_in_time, s.answered + s.missed - s.missed_in_time),
        analytics.rate(s.answered_in_time + s.missed_in_time, s.answered + s.missed),
        case when per not in ('hour', 'weekday_hour') then s.peak_hour end
    from call_sum as s
    full join whole using (starts_on)
    left join caller_sum as k using (starts_on, weekday, local_hour, line, department)
    left join line_name as n using (line)
    cross join history as h
    order by starts_on, s.weekday, s.local_hour, s.incoming desc, s.line, s.department;
end
$$;
comment on function analytics.call_figures(text, date, date, text, text, text) is 'The figures of section 6 over the incoming and outgoing calls of a source whose local date lies in [from_date, until_date), internal calls apart; one row per group. per: period (always one row), day, week, month, hour (local, over all days), weekday_hour, line or department; a group without calls has no row. of_line and of_department narrow the calls to those of a line or of a department''s lines.

Columns; seconds are numeric with milliseconds:
starts_on: First local date of the day, ISO week (its Monday) or month; null when not grouped by one. The first and last week or month hold what lies within the period.
weekday: ISO weekday, 1 = Monday; null when not grouped by it.
local_hour: Local hour, 0 to 23, over all days; null when not grouped by it.
line: The line; null when not grouped by it, and for calls whose line is unknown.
line_name: The line''s name at its last call of the period; null when not grouped by line or without an entry.
department: The line''s department, of its last call of the period when grouped by line; null when grouped by neither or not given.
incoming: Incoming calls.
answered: Answered ones.
missed: Missed ones: the sum of the six reasons.
unfinished: Those without an outcome: incoming = answered + missed + unfinished.
short_missed: Missed with wait < the short-call limit.
missed_caller_gave_up: Missed because the caller gave up.
missed_no_answer: Missed because somebody let it ring.
missed_busy: Missed because everybody was busy.
missed_unavailable: Missed because phones were unavailable.
missed_not_offered: Missed without an attempt.
missed_unknown: Missed for an unknown reason.
missed_outside_hours: Missed outside working hours; 0 without configured hours.
answered_in_time: Answered with wait <= T.
missed_in_time: Missed with wait <= T.
wait_answered_sum: Seconds: sum of known waits of answered calls.
wait_answered_count: Answered calls with a known wait.
wait_answered_average: Seconds: their mean wait; null without one. The average speed of answer.
wait_answered_median: Seconds: their median wait, continuous; null without one.
wait_answered_p90: Seconds: 90th percentile of their waits, continuous; null without one.
wait_answered_longest: Seconds: their longest wait; null without one.
wait_missed_sum: Seconds: sum of known waits of missed calls.
wait_missed_count: Missed calls with a known wait.
wait_missed_average: Seconds: their mean wait; null without one.
wait_missed_median: Seconds: their median wait, continuous; null without one.
wait_missed_p90: Seconds: 90th percentile of their waits, continuous; null without one.
wait_missed_longest: Seconds: their longest wait; null without one.
talk_sum: Seconds: sum of known talks of answered calls.
talk_count: Answered calls with a known talk.
talk_average: Seconds: their mean talk; null without one.
unique_callers: Distinct known customers of the incoming calls.
new_callers: Those without a call in either direction in the 90 days (2160 hours) before their first incoming call of the group; null while the source''s first call lies less than 90 days before the first date.
missed_callers: Distinct known customers with at least one missed call.
outgoing: Outgoing calls. The line is the one that they were placed from; null when a manager''s number placed them.
connected: Outgoing calls that were answered.
outgoing_missed: Outgoing calls that were not answered.
answer_rate: answered / (answered + missed), 0 to 1; null for an empty denominator.
missed_rate: missed / (answered + missed), 0 to 1; null for an empty denominator.
connect_rate: connected / (connected + outgoing_missed), 0 to 1; null for an empty denominator.
service_level: answered_in_time / (answered + missed - short_missed), 0 to 1; null for an empty denominator.
service_level_of_answered: answered_in_time / answered; null for an empty denominator.
service_level_of_all: answered_in_time / (answered + missed); null for an empty denominator.
service_level_without_missed_in_time: answered_in_time / (answered + missed - missed_in_time); null for an empty denominator.
service_level_with_missed_in_time: (answered_in_time + missed_in_time) / (answered + missed); null for an empty denominator.
peak_hour: Local hour with most incoming calls, the earliest of equals; null without one and when grouped by hour.';
