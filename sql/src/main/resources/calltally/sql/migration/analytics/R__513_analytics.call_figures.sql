create or replace function analytics.call_figures(
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
    perform stats.plan_few_days_once(from_date, until_date);
    perform stats.require_grouping(
        per, '{period,day,week,month,hour,weekday_hour,line,department}');
    return query
    select
        case when per in ('day', 'week', 'month') then s.starts_on end,
        nullif(s.weekday, 0)::smallint,
        nullif(s.local_hour, -1)::smallint,
        nullif(s.line, ''),
        s.line_name,
        case when per = 'line' then s.line_department else nullif(s.department, '') end,
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
        coalesce(s.unique_callers, 0)::integer,
        s.new_callers::integer,
        coalesce(s.missed_callers, 0)::integer,
        coalesce(s.outgoing, 0)::integer,
        coalesce(s.connected, 0)::integer,
        coalesce(s.outgoing_missed, 0)::integer,
        analytics.rate(s.answered, s.answered + s.missed),
        analytics.rate(s.missed, s.answered + s.missed),
        analytics.rate(s.connected, s.connected + s.outgoing_missed),
        analytics.service_level(
            s.answered_in_time, s.wait_answered_count, s.wait_missed_count, s.short_missed),
        analytics.rate(s.answered_in_time, s.wait_answered_count),
        analytics.rate(s.answered_in_time, s.wait_answered_count + s.wait_missed_count),
        analytics.rate(
            s.answered_in_time, s.wait_answered_count + s.wait_missed_count - s.missed_in_time),
        analytics.rate(
            s.answered_in_time + s.missed_in_time, s.wait_answered_count + s.wait_missed_count),
        case when per not in ('hour', 'weekday_hour') then s.peak_hour end
    from stats.call_sum(asked_source, from_date, until_date, per, of_line, of_department) as s
    order by s.starts_on, s.weekday, s.local_hour, s.incoming desc, s.line, s.department;
end
$$;
comment on function analytics.call_figures(text, date, date, text, text, text) is
    E'The figures of section 6 of docs/statistics.md over the incoming and outgoing calls of a '
    'source whose local date lies in [from_date, until_date), internal calls excluded; one row '
    'per group. per: period (always one row), day, week, month, hour (local, over all days), '
    'weekday_hour, line or department; except for period, a group without calls has no row. '
    'of_line and of_department narrow the calls to those of a line or of a department''s '
    'lines.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'starts_on: First local date of the day, ISO week (its Monday) or month; null when not '
    'grouped by one. The first and last week or month hold what lies within the period.\n'
    'weekday: ISO weekday, 1 = Monday; null when not grouped by it.\n'
    'local_hour: Local hour, 0 to 23, over all days; null when not grouped by it.\n'
    'line: The line; null when not grouped by it, and for calls whose line is unknown.\n'
    'line_name: The line''s name at its last call of the period; null when not grouped by line or '
    'without an entry.\n'
    'department: The department, or the line''s department at its last call of the period when '
    'grouped by line; null when grouped by neither or not given.\n'
    'incoming: Incoming calls.\n'
    'answered: Incoming calls answered.\n'
    'missed: Incoming calls missed: the sum of the six reasons.\n'
    'unfinished: Incoming calls without an outcome: incoming = answered + missed + unfinished.\n'
    'short_missed: Missed with wait < the short-call limit while the caller may have hung up: '
    'what the exchange itself refused is never short.\n'
    'missed_caller_gave_up: Missed because the caller hung up before any phone had rung for the '
    'fair ring (default 10 s).\n'
    'missed_no_answer: Missed because a phone rang long enough and nobody took it.\n'
    'missed_busy: Missed because managers were busy.\n'
    'missed_unavailable: Missed because phones were unavailable or failed.\n'
    'missed_not_offered: Missed without an attempt: no manager was rung.\n'
    'missed_unknown: Missed for a reason that is not told, as in lists of finished calls, which do '
    'not tell whose phones rang.\n'
    'missed_outside_hours: Missed outside working hours; 0 without configured hours.\n'
    'answered_in_time: Answered with wait <= T.\n'
    'missed_in_time: Missed with wait <= T.\n'
    'wait_answered_sum: Seconds: sum of known waits of answered calls.\n'
    'wait_answered_count: Answered calls with a known wait.\n'
    'wait_answered_average: Seconds: their mean wait; null without one. The average speed of '
    'answer.\n'
    'wait_answered_median: Seconds: their median wait, continuous; null without one.\n'
    'wait_answered_p90: Seconds: 90th percentile of their waits, continuous; null without one.\n'
    'wait_answered_longest: Seconds: their longest wait; null without one.\n'
    'wait_missed_sum: Seconds: sum of known waits of missed calls.\n'
    'wait_missed_count: Missed calls with a known wait.\n'
    'wait_missed_average: Seconds: their mean wait; null without one.\n'
    'wait_missed_median: Seconds: their median wait, continuous; null without one.\n'
    'wait_missed_p90: Seconds: 90th percentile of their waits, continuous; null without one.\n'
    'wait_missed_longest: Seconds: their longest wait; null without one.\n'
    'talk_sum: Seconds: sum of known talks of answered calls.\n'
    'talk_count: Answered calls with a known talk.\n'
    'talk_average: Seconds: their mean talk; null without one.\n'
    'unique_callers: Distinct known customers of the incoming calls.\n'
    'new_callers: Those without a call in either direction in the 90 days (2160 hours) before '
    'their first incoming call of the group; null while the source''s first call lies less than '
    '90 days before the first date.\n'
    'missed_callers: Distinct known customers with at least one missed call.\n'
    'outgoing: Outgoing calls. Their line is the one that they were placed from; null when placed '
    'from a manager''s number.\n'
    'connected: Outgoing calls that were answered.\n'
    'outgoing_missed: Outgoing calls that were not answered.\n'
    'answer_rate: answered / (answered + missed), 0 to 1; null for an empty denominator.\n'
    'missed_rate: missed / (answered + missed), 0 to 1; null for an empty denominator.\n'
    'connect_rate: connected / (connected + outgoing_missed), 0 to 1; null for an empty '
    'denominator.\n'
    'service_level: answered_in_time / (wait_answered_count + wait_missed_count - short_missed), '
    '0 to 1; null for an empty denominator. Calls without a known wait are in neither part of '
    'this and the next four.\n'
    'service_level_of_answered: answered_in_time / wait_answered_count; null for an empty '
    'denominator.\n'
    'service_level_of_all: answered_in_time / (wait_answered_count + wait_missed_count); null for '
    'an empty denominator.\n'
    'service_level_without_missed_in_time: answered_in_time / (wait_answered_count + '
    'wait_missed_count - missed_in_time); null for an empty denominator.\n'
    'service_level_with_missed_in_time: (answered_in_time + missed_in_time) / '
    '(wait_answered_count + wait_missed_count); null for an empty denominator.\n'
    'peak_hour: Local hour with the most incoming calls, the earliest of equals; null without one '
    'and when grouped by hour.';
