drop function if exists analytics.manager_figures(text, date, date, text, text, text);
drop type if exists analytics.manager_figure;

create type analytics.manager_figure as (
    starts_on               date,
    local_hour              smallint,
    manager                 text,
    manager_number          text,
    department              text,
    attempts                integer,
    calls_offered           integer,
    calls_answered          integer,
    answered                integer,
    no_answer               integer,
    busy                    integer,
    unavailable             integer,
    taken_by_another        integer,
    caller_gave_up          integer,
    other                   integer,
    counted                 integer,
    answer_rate             numeric,
    answer_rate_low         numeric,
    answer_rate_high        numeric,
    judged                  text,
    busy_share              numeric,
    no_answer_share         numeric,
    missed_calls            integer,
    ring_sum                numeric,
    ring_count              integer,
    ring_average            numeric,
    ring_median             numeric,
    ring_p90                numeric,
    talk_sum                numeric,
    talk_count              integer,
    talk_average            numeric,
    outgoing                integer,
    connected               integer,
    outgoing_missed         integer,
    connect_rate            numeric,
    outgoing_talk_sum       numeric,
    outgoing_talk_count     integer,
    outgoing_talk_average   numeric,
    callbacks               integer,
    callback_tries          integer,
    first_activity          timestamptz,
    last_activity           timestamptz,
    active_days             integer
);
comment on type analytics.manager_figure is 'The figures of section 7 for a manager over one group; internal calls apart. Seconds are numeric with milliseconds.';
comment on column analytics.manager_figure.starts_on is 'First local date of the day, ISO week (its Monday) or month; null when not grouped by one.';
comment on column analytics.manager_figure.local_hour is 'Local hour of the calls'' start, 0 to 23, over all days; null when not grouped by it.';
comment on column analytics.manager_figure.manager is 'His name in the directory, else his number.';
comment on column analytics.manager_figure.manager_number is 'His number, of his last day in the group; null when the directory gives him several.';
comment on column analytics.manager_figure.department is 'His department, of his last day in the group; null when not given.';
comment on column analytics.manager_figure.attempts is 'Rings of his phones: the sum of the seven outcomes.';
comment on column analytics.manager_figure.calls_offered is 'Distinct calls among the attempts.';
comment on column analytics.manager_figure.calls_answered is 'Answered incoming calls whose manager he is.';
comment on column analytics.manager_figure.answered is 'Attempts answered.';
comment on column analytics.manager_figure.no_answer is 'Attempts that he let ring.';
comment on column analytics.manager_figure.busy is 'Attempts that found him busy.';
comment on column analytics.manager_figure.unavailable is 'Attempts that found his phone unavailable.';
comment on column analytics.manager_figure.taken_by_another is 'Attempts that ended because somebody else answered.';
comment on column analytics.manager_figure.caller_gave_up is 'Attempts that ended because the caller hung up.';
comment on column analytics.manager_figure.other is 'Attempts with the outcomes other, ringing and unknown.';
comment on column analytics.manager_figure.counted is 'answered + no_answer + busy: the denominator of the three rates.';
comment on column analytics.manager_figure.answer_rate is 'answered / counted, 0 to 1; null for an empty denominator.';
comment on column analytics.manager_figure.answer_rate_low is 'Lower end of its 95 % Wilson interval; null for an empty denominator.';
comment on column analytics.manager_figure.answer_rate_high is 'Upper end of the same.';
comment on column analytics.manager_figure.judged is 'above or below when counted >= 20 and the interval does not overlap with the team''s rate, that of all managers of the group (of the department, where one is asked for); else null: not ranked.';
comment on column analytics.manager_figure.busy_share is 'busy / counted; null for an empty denominator.';
comment on column analytics.manager_figure.no_answer_share is 'no_answer / counted; null for an empty denominator.';
comment on column analytics.manager_figure.missed_calls is 'Distinct missed calls in which he had an attempt no_answer.';
comment on column analytics.manager_figure.ring_sum is 'Seconds: sum of known ring times of answered attempts.';
comment on column analytics.manager_figure.ring_count is 'Answered attempts with a known ring time.';
comment on column analytics.manager_figure.ring_average is 'Seconds: their mean; null without one.';
comment on column analytics.manager_figure.ring_median is 'Seconds: their median, continuous; null without one.';
comment on column analytics.manager_figure.ring_p90 is 'Seconds: their 90th percentile, continuous; null without one.';
comment on column analytics.manager_figure.talk_sum is 'Seconds: sum of known talks of the incoming calls that he answered.';
comment on column analytics.manager_figure.talk_count is 'Incoming calls that he answered with a known talk.';
comment on column analytics.manager_figure.talk_average is 'Seconds: their mean talk; null without one.';
comment on column analytics.manager_figure.outgoing is 'Calls that he placed.';
comment on column analytics.manager_figure.connected is 'Calls that he placed and that were answered.';
comment on column analytics.manager_figure.outgoing_missed is 'Calls that he placed and that were not answered.';
comment on column analytics.manager_figure.connect_rate is 'connected / (connected + outgoing_missed), 0 to 1; null for an empty denominator.';
comment on column analytics.manager_figure.outgoing_talk_sum is 'Seconds: sum of known talks of the calls that he placed.';
comment on column analytics.manager_figure.outgoing_talk_count is 'Calls that he placed with a known talk.';
comment on column analytics.manager_figure.outgoing_talk_average is 'Seconds: their mean talk; null without one.';
comment on column analytics.manager_figure.callbacks is 'Calls that he placed and that were the first answered contact of at least one missed call.';
comment on column analytics.manager_figure.callback_tries is 'Calls that he placed to a customer waiting for a call-back and that were not answered.';
comment on column analytics.manager_figure.first_activity is 'Instant of the first attempt answered (its start, else its end) or call placed; null without one.';
comment on column analytics.manager_figure.last_activity is 'Instant of the last of them; null without one.';
comment on column analytics.manager_figure.active_days is 'Local dates with an attempt answered or a call placed.';

create function analytics.manager_figures(
    source text,
    from_date date,
    until_date date,
    per text,
    manager text default null,
    department text default null)
    returns setof analytics.manager_figure
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
        join stats.daily_manager as d using (source_id, local_date, manager)
        where r.source_id = asked_source
            and r.local_date >= from_date
            and r.local_date < until_date
            and (manager_figures.department is null or d.department = manager_figures.department)
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
        join stats.daily_manager as d using (source_id, local_date, manager)
        where p.source_id = asked_source
            and p.local_date >= from_date
            and p.local_date < until_date
            and (manager_figures.department is null or d.department = manager_figures.department)
    ),
    answered_call as (
        select
            coalesce(stats.starts_on(per, c.local_date), from_date) as starts_on,
            case when per = 'hour' then c.local_hour else -1 end as local_hour,
            c.manager,
            c.talk
        from stats.counted_call as c
        join stats.daily_manager as d using (source_id, local_date, manager)
        where c.source_id = asked_source
            and c.local_date >= from_date
            and c.local_date < until_date
            and (manager_figures.department is null or d.department = manager_figures.department)
            and c.answered = 1
    ),
    activity as (
        select r.starts_on, r.local_hour, r.manager, r.local_date, r.active_at
        from ring as r
        where r.answered = 1
        union all
        select p.starts_on, p.local_hour, p.manager, p.local_date, p.active_at
        from placed_call as p
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
            min(v.active_at) as first_activity,
            max(v.active_at) as last_activity,
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
            and (manager_figures.department is null or d.department = manager_figures.department)
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
    where manager_figures.manager is null
        or manager = manager_figures.manager
    order by starts_on, local_hour, r.attempts desc nulls last, manager collate "C";
end
$$;
comment on function analytics.manager_figures(text, date, date, text, text, text) is 'The figures of section 7 over the attempts and calls of a source whose local date lies in [from_date, until_date), internal calls apart; one row per manager and group. per: period, day, week, month or hour (local hour of the calls'' start, over all days). manager narrows the rows to one; department narrows attempts, calls and the team to managers who belonged to it on the date.';
