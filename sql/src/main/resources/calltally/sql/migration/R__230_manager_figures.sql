drop function if exists analytics.manager_figures(text, date, date, text, text, text);

create function analytics.manager_figures(
    source text,
    from_date date,
    until_date date,
    per text,
    of_manager text default null,
    of_department text default null)
    returns table (
        starts_on date,
        local_hour smallint,
        manager text,
        manager_number text,
        department text,
        attempts integer,
        calls_offered integer,
        calls_answered integer,
        answered integer,
        no_answer integer,
        busy integer,
        unavailable integer,
        taken_by_another integer,
        caller_gave_up integer,
        other integer,
        counted integer,
        answer_rate numeric,
        answer_rate_low numeric,
        answer_rate_high numeric,
        judged text,
        busy_share numeric,
        no_answer_share numeric,
        missed_calls integer,
        ring_sum numeric,
        ring_count integer,
        ring_average numeric,
        ring_median numeric,
        ring_p90 numeric,
        talk_sum numeric,
        talk_count integer,
        talk_average numeric,
        outgoing integer,
        connected integer,
        outgoing_missed integer,
        connect_rate numeric,
        outgoing_talk_sum numeric,
        outgoing_talk_count integer,
        outgoing_talk_average numeric,
        callbacks integer,
        callback_tries integer,
        first_activity timestamptz,
        last_activity timestamptz,
        active_days integer)
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
    perform stats.require_grouping(per, '{period,day,week,month,hour}');
    return query
    with
    member as (
        select
            d.local_date,
            d.manager
        from stats.daily_manager as d
        where d.source_id = asked_source
            and d.local_date >= from_date
            and d.local_date < until_date
            and d.department = of_department
    ),
    -- The parts of a key are never null, so that groups can be joined by them.
    ring as not materialized (
        select
            coalesce(stats.starts_on(per, r.local_date), from_date) as starts_on,
            case when per = 'hour' then r.local_hour else -1 end as local_hour,
            r.manager,
            r.local_date,
            r.pbx_id,
            r.attempt,
            r.answered,
            r.no_answer,
            r.busy,
            r.unavailable,
            r.taken_by_another,
            r.caller_gave_up,
            r.other,
            r.missed_call,
            r.ring,
            r.active_at
        from stats.counted_ring as r
        where r.source_id = asked_source
            and r.local_date >= from_date
            and r.local_date < until_date
            and (of_department is null or (r.local_date, r.manager) in (select m.local_date, m.manager from member as m))
    ),
    placed_call as not materialized (
        select
            coalesce(stats.starts_on(per, p.local_date), from_date) as starts_on,
            case when per = 'hour' then p.local_hour else -1 end as local_hour,
            p.manager,
            p.local_date,
            p.outgoing,
            p.connected,
            p.outgoing_missed,
            p.talk,
            p.callback,
            p.callback_try,
            p.active_at
        from stats.placed_call as p
        where p.source_id = asked_source
            and p.local_date >= from_date
            and p.local_date < until_date
            and (of_department is null or (p.local_date, p.manager) in (select m.local_date, m.manager from member as m))
    ),
    answered_call as (
        select
            coalesce(stats.starts_on(per, c.local_date), from_date) as starts_on,
            case when per = 'hour' then c.local_hour else -1 end as local_hour,
            c.manager,
            c.talk
        from stats.counted_call as c
        where c.source_id = asked_source
            and c.local_date >= from_date
            and c.local_date < until_date
            and (of_department is null or (c.local_date, c.manager) in (select m.local_date, m.manager from member as m))
            and c.answered = 1
            and c.manager is not null
    ),
    -- Of whole days the statistics tell it, of hours only the rings and calls themselves.
    activity as (
        select
            coalesce(stats.starts_on(per, d.local_date), from_date) as starts_on,
            -1 as local_hour,
            d.manager,
            d.local_date,
            d.first_activity as first_at,
            d.last_activity as last_at
        from stats.daily_manager as d
        where per <> 'hour'
            and d.source_id = asked_source
            and d.local_date >= from_date
            and d.local_date < until_date
            and d.answered + d.outgoing > 0
            and (of_department is null or d.department = of_department)
        union all
        select r.starts_on, r.local_hour, r.manager, r.local_date, r.active_at, r.active_at
        from ring as r
        where per = 'hour'
            and r.answered = 1
        union all
        select p.starts_on, p.local_hour, p.manager, p.local_date, p.active_at, p.active_at
        from placed_call as p
        where per = 'hour'
    ),
    ring_sum as (
        select
            r.starts_on,
            r.local_hour,
            r.manager,
            count(r.attempt) as attempts,
            count(distinct r.pbx_id) as calls_offered,
            count(r.answered) as answered,
            count(r.no_answer) as no_answer,
            count(r.busy) as busy,
            count(r.unavailable) as unavailable,
            count(r.taken_by_another) as taken_by_another,
            count(r.caller_gave_up) as caller_gave_up,
            count(r.other) as other,
            count(r.answered) + count(r.no_answer) + count(r.busy) as counted,
            count(distinct r.missed_call) as missed_calls,
            sum(r.ring) as ring_sum,
            count(r.ring) as ring_count,
            percentile_cont('{0.5,0.9}'::float8[]) within group (order by r.ring) as ring_percentiles
        from ring as r
        group by r.starts_on, r.local_hour, r.manager
    ),
    team_sum as (
        select
            r.starts_on,
            r.local_hour,
            sum(r.answered) as answered,
            nullif(sum(r.counted), 0) as counted
        from ring_sum as r
        group by r.starts_on, r.local_hour
    ),
    answered_sum as (
        select
            a.starts_on,
            a.local_hour,
            a.manager,
            count(*) as calls_answered,
            sum(a.talk) as talk_sum,
            count(a.talk) as talk_count
        from answered_call as a
        group by a.starts_on, a.local_hour, a.manager
    ),
    placed_sum as (
        select
            p.starts_on,
            p.local_hour,
            p.manager,
            count(p.outgoing) as outgoing,
            count(p.connected) as connected,
            count(p.outgoing_missed) as outgoing_missed,
            sum(p.talk) as talk_sum,
            count(p.talk) as talk_count,
            count(p.callback) as callbacks,
            count(p.callback_try) as callback_tries
        from placed_call as p
        group by p.starts_on, p.local_hour, p.manager
    ),
    activity_sum as (
        select
            v.starts_on,
            v.local_hour,
            v.manager,
            min(v.first_at) as first_activity,
            max(v.last_at) as last_activity,
            count(distinct v.local_date) as active_days
        from activity as v
        group by v.starts_on, v.local_hour, v.manager
    ),
    person as (
        select distinct on (starts_on, d.manager)
            coalesce(stats.starts_on(per, d.local_date), from_date) as starts_on,
            d.manager,
            d.manager_number,
            d.department
        from stats.daily_manager as d
        where d.source_id = asked_source
            and d.local_date >= from_date
            and d.local_date < until_date
            and (of_department is null or d.department = of_department)
        order by starts_on, d.manager, d.local_date desc
    )
    select
        case when per in ('day', 'week', 'month') then starts_on end,
        nullif(local_hour, -1)::smallint,
        manager,
        w.manager_number,
        w.department,
        coalesce(r.attempts, 0)::integer,
        coalesce(r.calls_offered, 0)::integer,
        coalesce(a.calls_answered, 0)::integer,
        coalesce(r.answered, 0)::integer,
        coalesce(r.no_answer, 0)::integer,
        coalesce(r.busy, 0)::integer,
        coalesce(r.unavailable, 0)::integer,
        coalesce(r.taken_by_another, 0)::integer,
        coalesce(r.caller_gave_up, 0)::integer,
        coalesce(r.other, 0)::integer,
        coalesce(r.counted, 0)::integer,
        analytics.rate(r.answered, r.counted),
        round(analytics.wilson_low(r.answered, r.counted), 4),
        round(analytics.wilson_high(r.answered, r.counted), 4),
        case
            when r.counted < 20 then null
            when analytics.wilson_low(r.answered, r.counted) > t.answered / t.counted then 'above'
            when analytics.wilson_high(r.answered, r.counted) < t.answered / t.counted then 'below'
        end,
        analytics.rate(r.busy, r.counted),
        analytics.rate(r.no_answer, r.counted),
        coalesce(r.missed_calls, 0)::integer,
        coalesce(r.ring_sum, 0),
        coalesce(r.ring_count, 0)::integer,
        round(r.ring_sum / nullif(r.ring_count, 0), 3),
        round(r.ring_percentiles[1]::numeric, 3),
        round(r.ring_percentiles[2]::numeric, 3),
        coalesce(a.talk_sum, 0),
        coalesce(a.talk_count, 0)::integer,
        round(a.talk_sum / nullif(a.talk_count, 0), 3),
        coalesce(p.outgoing, 0)::integer,
        coalesce(p.connected, 0)::integer,
        coalesce(p.outgoing_missed, 0)::integer,
        analytics.rate(p.connected, p.connected + p.outgoing_missed),
        coalesce(p.talk_sum, 0),
        coalesce(p.talk_count, 0)::integer,
        round(p.talk_sum / nullif(p.talk_count, 0), 3),
        coalesce(p.callbacks, 0)::integer,
        coalesce(p.callback_tries, 0)::integer,
        v.first_activity,
        v.last_activity,
        coalesce(v.active_days, 0)::integer
    from ring_sum as r
    full join answered_sum as a using (starts_on, local_hour, manager)
    full join placed_sum as p using (starts_on, local_hour, manager)
    left join activity_sum as v using (starts_on, local_hour, manager)
    left join team_sum as t using (starts_on, local_hour)
    left join person as w using (starts_on, manager)
    where of_manager is null
        or manager = of_manager
    order by starts_on, local_hour, r.attempts desc nulls last, manager collate "C";
end
$$;
comment on function analytics.manager_figures(text, date, date, text, text, text) is 'The figures of section 7 over the attempts and calls of a source whose local date lies in [from_date, until_date), internal calls apart; one row per manager and group. per: period, day, week, month or hour (local hour of the calls'' start, over all days). of_manager narrows the rows to one; of_department narrows attempts, calls and the team to managers who belonged to it on the date.

Columns; seconds are numeric with milliseconds:
starts_on: First local date of the day, ISO week (its Monday) or month; null when not grouped by one.
local_hour: Local hour of the calls'' start, 0 to 23, over all days; null when not grouped by it.
manager: His name in the directory, else his number.
manager_number: His number, of his last day in the group; null when the directory gives him several.
department: His department, of his last day in the group; null when not given.
attempts: Rings of his phones: the sum of the seven outcomes.
calls_offered: Distinct calls among the attempts.
calls_answered: Answered incoming calls whose manager he is.
answered: Attempts answered.
no_answer: Attempts that he let ring.
busy: Attempts that found him busy.
unavailable: Attempts that found his phone unavailable.
taken_by_another: Attempts that ended because somebody else answered.
caller_gave_up: Attempts that ended because the caller hung up.
other: Attempts with the outcomes other, ringing and unknown.
counted: answered + no_answer + busy: the denominator of the three rates.
answer_rate: answered / counted, 0 to 1; null for an empty denominator.
answer_rate_low: Lower end of its 95 % Wilson interval; null for an empty denominator.
answer_rate_high: Upper end of the same.
judged: above or below when counted >= 20 and the interval does not overlap with the team''s rate, that of all managers of the group (of the department, where one is asked for); else null: not ranked.
busy_share: busy / counted; null for an empty denominator.
no_answer_share: no_answer / counted; null for an empty denominator.
missed_calls: Distinct missed calls in which he had an attempt no_answer.
ring_sum: Seconds: sum of known ring times of answered attempts.
ring_count: Answered attempts with a known ring time.
ring_average: Seconds: their mean; null without one.
ring_median: Seconds: their median, continuous; null without one.
ring_p90: Seconds: their 90th percentile, continuous; null without one.
talk_sum: Seconds: sum of known talks of the incoming calls that he answered.
talk_count: Incoming calls that he answered with a known talk.
talk_average: Seconds: their mean talk; null without one.
outgoing: Calls that he placed.
connected: Calls that he placed and that were answered.
outgoing_missed: Calls that he placed and that were not answered.
connect_rate: connected / (connected + outgoing_missed), 0 to 1; null for an empty denominator.
outgoing_talk_sum: Seconds: sum of known talks of the calls that he placed.
outgoing_talk_count: Calls that he placed with a known talk.
outgoing_talk_average: Seconds: their mean talk; null without one.
callbacks: Calls that he placed and that were the first answered contact of at least one missed call.
callback_tries: Calls that he placed to a customer waiting for a call-back and that were not answered.
first_activity: Instant of the first attempt answered (its start, else its end) or call placed; null without one.
last_activity: Instant of the last of them; null without one.
active_days: Local dates with an attempt answered or a call placed.';
