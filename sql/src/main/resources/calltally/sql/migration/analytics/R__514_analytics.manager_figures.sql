create or replace function analytics.manager_figures(
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
        busy_in_call integer,
        unavailable integer,
        taken_by_another integer,
        caller_gave_up integer,
        other integer,
        untold integer,
        answerable_calls integer,
        picked_up_calls integer,
        answer_rate numeric,
        answer_rate_low numeric,
        answer_rate_high numeric,
        judged text,
        pickup_share numeric,
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
        transfers_in integer,
        transfers_out integer,
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
    perform stats.plan_few_days_once(from_date, until_date);
    perform stats.require_grouping(per, '{period,day,week,month,hour}');
    return query
    with
    manager_sum as (
        select
            m.*,
            -- What follows from the rate has no value where the rate has none.
            case when r.answer_rate is not null then m.picked_up_calls end as picked_up,
            case when r.answer_rate is not null then m.answerable_calls end as answerable,
            m.answered + m.no_answer + m.busy as taken_or_not,
            r.answer_rate
        from (
            select *
            from stats.manager_sum(
                asked_source, from_date, until_date, per, of_manager, of_department)
            where per <> 'hour'
            union all
            select *
            from stats.manager_hour_sum(asked_source, from_date, until_date, of_department)
            where per = 'hour'
        ) as m
        cross join lateral analytics.manager_answer_rate(
            m.picked_up_calls, m.answerable_calls, m.untold, m.attempts) as r (answer_rate)
    ),
    team_sum as (
        select
            s.starts_on,
            s.local_hour,
            sum(s.picked_up) as picked_up,
            nullif(sum(s.answerable), 0) as answerable
        from manager_sum as s
        group by s.starts_on, s.local_hour
    )
    select
        case when per in ('day', 'week', 'month') then s.starts_on end,
        nullif(s.local_hour, -1)::smallint,
        s.manager,
        s.manager_number,
        s.department,
        coalesce(s.attempts, 0)::integer,
        coalesce(s.calls_offered, 0)::integer,
        coalesce(s.calls_answered, 0)::integer,
        coalesce(s.answered, 0)::integer,
        coalesce(s.no_answer, 0)::integer,
        coalesce(s.busy, 0)::integer,
        coalesce(s.busy_in_call, 0)::integer,
        coalesce(s.unavailable, 0)::integer,
        coalesce(s.taken_by_another, 0)::integer,
        coalesce(s.caller_gave_up, 0)::integer,
        coalesce(s.other, 0)::integer,
        coalesce(s.untold, 0)::integer,
        coalesce(s.answerable_calls, 0)::integer,
        coalesce(s.picked_up_calls, 0)::integer,
        s.answer_rate,
        round(analytics.wilson_low(s.picked_up, s.answerable), 4),
        round(analytics.wilson_high(s.picked_up, s.answerable), 4),
        case
            when s.answerable < 20 then null
            when analytics.wilson_low(s.picked_up, s.answerable) > t.picked_up / t.answerable
                then 'above'
            when analytics.wilson_high(s.picked_up, s.answerable) < t.picked_up / t.answerable
                then 'below'
        end,
        analytics.rate(s.answered, s.answered + s.taken_by_another),
        analytics.rate(s.busy, s.taken_or_not),
        analytics.rate(s.no_answer, s.taken_or_not),
        coalesce(s.missed_calls, 0)::integer,
        coalesce(s.ring_sum, 0),
        coalesce(s.ring_count, 0)::integer,
        round(s.ring_sum / nullif(s.ring_count, 0), 3),
        round(s.ring_percentiles[1]::numeric, 3),
        round(s.ring_percentiles[2]::numeric, 3),
        coalesce(s.talk_sum, 0),
        coalesce(s.talk_count, 0)::integer,
        round(s.talk_sum / nullif(s.talk_count, 0), 3),
        coalesce(s.transfers_in, 0)::integer,
        coalesce(s.transfers_out, 0)::integer,
        coalesce(s.outgoing, 0)::integer,
        coalesce(s.connected, 0)::integer,
        coalesce(s.outgoing_missed, 0)::integer,
        analytics.rate(s.connected, s.connected + s.outgoing_missed),
        coalesce(s.outgoing_talk_sum, 0),
        coalesce(s.outgoing_talk_count, 0)::integer,
        round(s.outgoing_talk_sum / nullif(s.outgoing_talk_count, 0), 3),
        coalesce(s.callbacks, 0)::integer,
        coalesce(s.callback_tries, 0)::integer,
        s.first_activity,
        s.last_activity,
        coalesce(s.active_days, 0)::integer
    from manager_sum as s
    left join team_sum as t using (starts_on, local_hour)
    where of_manager is null
        or s.manager = of_manager
    order by s.starts_on, s.local_hour, s.attempts desc nulls last, s.manager collate "C";
end
$$;
comment on function analytics.manager_figures(text, date, date, text, text, text) is
    E'The figures of section 7 of docs/statistics.md over the attempts and calls of a source '
    'whose local date lies in [from_date, until_date), internal calls excluded; one row per '
    'manager and group. per: period, day, week, month or hour (local hour of the calls'' start, '
    'over all days). of_manager narrows the rows to one manager; of_department narrows attempts, '
    'calls and the team to managers who belonged to it on the date.\n\n'
    'Columns; seconds are numeric with milliseconds:\n'
    'starts_on: First local date of the day, ISO week (its Monday) or month; null when not '
    'grouped by one.\n'
    'local_hour: Local hour of the calls'' start, 0 to 23, over all days; null when not grouped '
    'by it.\n'
    'manager: The manager''s name in the directory, else their number.\n'
    'manager_number: The manager''s number on their last day in the group; null when the '
    'directory lists several.\n'
    'department: The manager''s department on their last day in the group; null when not given.\n'
    'attempts: Rings of the manager''s phones: the sum of the seven outcomes. Of calls with the '
    'anomaly rings_unknown none is known: on such dates (rings_unknown of data_quality) this and '
    'all counts of rings are too low, and 0 means not told.\n'
    'calls_offered: Distinct calls among the attempts.\n'
    'calls_answered: Answered incoming calls whose manager is this manager.\n'
    'answered: Attempts answered.\n'
    'no_answer: Attempts that the manager did not answer.\n'
    'busy: Attempts that found the manager busy.\n'
    'busy_in_call: Of the busy attempts, those that found the manager on another call.\n'
    'unavailable: Attempts that found the phone unavailable.\n'
    'taken_by_another: Attempts that ended because somebody else answered.\n'
    'caller_gave_up: Attempts that ended because the caller hung up.\n'
    'other: Attempts with the outcome other, ringing or unknown.\n'
    'untold: Of other, those with the outcome unknown: the exchange does not tell how the ring '
    'ended.\n'
    'answerable_calls: Distinct calls with an attempt that is answered, no_answer, or busy and '
    'not in a call: those that the manager could have answered.\n'
    'picked_up_calls: Of these, the calls with an answered attempt.\n'
    'answer_rate: picked_up_calls / answerable_calls, 0 to 1; null for an empty denominator, and '
    'when at least 3 and more than 5 % of the attempts are untold.\n'
    'answer_rate_low: Lower end of its 95 % Wilson interval; null without a rate.\n'
    'answer_rate_high: Upper end of the same.\n'
    'judged: above or below when answerable_calls >= 20 and the interval lies wholly above or '
    'below the team''s rate: picked-up / answerable calls of all managers of the group (of the '
    'department, where one is given) that have a rate; else null: not ranked.\n'
    'pickup_share: answered / (answered + taken_by_another): how often the manager takes a common '
    'ring; null for an empty denominator. Never judged.\n'
    'busy_share: busy / (answered + no_answer + busy); null for an empty denominator.\n'
    'no_answer_share: no_answer / (answered + no_answer + busy); null for an empty denominator.\n'
    'missed_calls: Distinct missed calls in which the manager had an attempt no_answer.\n'
    'ring_sum: Seconds: sum of known ring times of answered attempts.\n'
    'ring_count: Answered attempts with a known ring time.\n'
    'ring_average: Seconds: their mean; null without one.\n'
    'ring_median: Seconds: their median, continuous; null without one.\n'
    'ring_p90: Seconds: their 90th percentile, continuous; null without one.\n'
    'talk_sum: Seconds: sum of the manager''s talk shares of incoming calls.\n'
    'talk_count: Picked-up calls with a known talk share.\n'
    'talk_average: Seconds: talk_sum / talk_count; null without one.\n'
    'transfers_in: Answered incoming calls that another manager had answered before.\n'
    'transfers_out: Answered incoming calls that another manager answered after.\n'
    'outgoing: Calls placed by the manager.\n'
    'connected: Calls placed by the manager that were answered.\n'
    'outgoing_missed: Calls placed by the manager that were not answered.\n'
    'connect_rate: connected / (connected + outgoing_missed), 0 to 1; null for an empty '
    'denominator.\n'
    'outgoing_talk_sum: Seconds: sum of known talks of the calls that the manager placed.\n'
    'outgoing_talk_count: Calls placed by the manager, with a known talk.\n'
    'outgoing_talk_average: Seconds: their mean talk; null without one.\n'
    'callbacks: Calls placed by the manager that were the first contact of at least one missed or '
    'presumed missed call.\n'
    'callback_tries: Calls placed by the manager to a customer waiting for a call-back that were '
    'no contact.\n'
    'first_activity: Instant of the first attempt answered (its start, else its end) or call '
    'placed; null without one.\n'
    'last_activity: Instant of the last of them; null without one.\n'
    'active_days: Local dates with an attempt answered or a call placed.';
