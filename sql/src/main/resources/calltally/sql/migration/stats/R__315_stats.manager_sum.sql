drop function if exists stats.manager_sum(integer, date, date, text, text);
create or replace function stats.manager_sum(
    asked_source integer,
    from_date date,
    until_date date,
    per text,
    of_manager text,
    of_department text)
    returns table (
        starts_on date,
        local_hour smallint,
        manager text,
        manager_number text,
        department text,
        attempts bigint,
        calls_offered bigint,
        calls_answered bigint,
        answered bigint,
        no_answer bigint,
        busy bigint,
        busy_in_call bigint,
        unavailable bigint,
        taken_by_another bigint,
        caller_gave_up bigint,
        other bigint,
        untold bigint,
        answerable_calls bigint,
        picked_up_calls bigint,
        missed_calls bigint,
        ring_sum numeric,
        ring_count bigint,
        ring_percentiles float8[],
        talk_sum numeric,
        talk_count bigint,
        transfers_in bigint,
        transfers_out bigint,
        outgoing bigint,
        connected bigint,
        outgoing_missed bigint,
        outgoing_talk_sum numeric,
        outgoing_talk_count bigint,
        callbacks bigint,
        callback_tries bigint,
        first_activity timestamptz,
        last_activity timestamptz,
        active_days bigint)
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    is_by_day constant boolean := per = 'day' or until_date - from_date <= 1;
begin
    return query
    with day as (
        select
            coalesce(stats.starts_on(per, d.local_date), from_date) as starts_on,
            d.*
        from stats.daily_manager as d
        where d.source_id = asked_source
            and d.local_date >= from_date
            and d.local_date < until_date
            and (of_department is null or d.department = of_department)
    ),
    -- A day has its percentiles; only those of several days need the rings themselves.
    ring_sum as (
        select
            d.starts_on,
            d.manager,
            percentile_cont('{0.5,0.9}'::float8[])
                within group (order by r.milliseconds / 1000.0::float8) as ring_percentiles
        from day as d
        cross join unnest(d.ring_milliseconds) as r (milliseconds)
        where not is_by_day
            and (of_manager is null or d.manager = of_manager)
        group by d.starts_on, d.manager
    ),
    day_sum as (
        select
            d.starts_on,
            d.manager,
            (array_agg(d.manager_number order by d.local_date desc))[1] as manager_number,
            (array_agg(d.department order by d.local_date desc))[1] as department,
            sum(d.attempts) as attempts,
            sum(d.calls_offered) as calls_offered,
            sum(d.calls_answered) as calls_answered,
            sum(d.answered) as answered,
            sum(d.no_answer) as no_answer,
            sum(d.busy) as busy,
            sum(d.busy_in_call) as busy_in_call,
            sum(d.unavailable) as unavailable,
            sum(d.taken_by_another) as taken_by_another,
            sum(d.caller_gave_up) as caller_gave_up,
            sum(d.other) as other,
            sum(d.untold) as untold,
            sum(d.answerable_calls) as answerable_calls,
            sum(d.picked_up_calls) as picked_up_calls,
            sum(d.missed_calls) as missed_calls,
            sum(d.ring_sum) as ring_sum,
            sum(d.ring_count) as ring_count,
            array[max(d.ring_median), max(d.ring_p90)]::float8[] as ring_percentiles,
            sum(d.talk_sum) as talk_sum,
            sum(d.talk_count) as talk_count,
            sum(d.transfers_in) as transfers_in,
            sum(d.transfers_out) as transfers_out,
            sum(d.outgoing) as outgoing,
            sum(d.connected) as connected,
            sum(d.outgoing_missed) as outgoing_missed,
            sum(d.outgoing_talk_sum) as outgoing_talk_sum,
            sum(d.outgoing_talk_count) as outgoing_talk_count,
            sum(d.callbacks) as callbacks,
            sum(d.callback_tries) as callback_tries,
            min(d.first_activity) filter (where d.answered + d.outgoing > 0) as first_activity,
            max(d.last_activity) filter (where d.answered + d.outgoing > 0) as last_activity,
            count(*) filter (where d.answered + d.outgoing > 0) as active_days
        from day as d
        group by d.starts_on, d.manager
    )
    select
        s.starts_on,
        (-1)::smallint,
        s.manager,
        s.manager_number,
        s.department,
        s.attempts,
        s.calls_offered,
        s.calls_answered,
        s.answered,
        s.no_answer,
        s.busy,
        s.busy_in_call,
        s.unavailable,
        s.taken_by_another,
        s.caller_gave_up,
        s.other,
        s.untold,
        s.answerable_calls,
        s.picked_up_calls,
        s.missed_calls,
        s.ring_sum,
        s.ring_count,
        case when is_by_day then s.ring_percentiles else r.ring_percentiles end,
        s.talk_sum,
        s.talk_count,
        s.transfers_in,
        s.transfers_out,
        s.outgoing,
        s.connected,
        s.outgoing_missed,
        s.outgoing_talk_sum,
        s.outgoing_talk_count,
        s.callbacks,
        s.callback_tries,
        s.first_activity,
        s.last_activity,
        s.active_days
    from day_sum as s
    left join ring_sum as r using (starts_on, manager);
end
$$;
comment on function stats.manager_sum(integer, date, date, text, text, text) is
    'The sums from which analytics.manager_figures is computed, under the names of its columns: '
    'one row per manager and group of days, from the sums of each day. of_manager limits the '
    'percentiles only, which others lack then. The local hour is -1.';
