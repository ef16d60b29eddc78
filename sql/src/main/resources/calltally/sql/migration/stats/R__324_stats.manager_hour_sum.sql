create or replace function stats.manager_hour_sum(
    asked_source integer,
    from_date date,
    until_date date,
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
begin
    return query
    with member as (
        select d.local_date, d.manager
        from stats.daily_manager as d
        where d.source_id = asked_source
            and d.local_date >= from_date
            and d.local_date < until_date
            and d.department = of_department
    ),
    -- Key columns are never null, so groups can be joined by them.
    ring as not materialized (
        select
            r.*,
            from_date as starts_on
        from stats.daily_quality as d
        -- A day at a time: a range of dates would limit the rings, but not the calls they join.
        cross join lateral (
            select * from stats.counted_attempt as r
            where r.source_id = d.source_id and r.local_date = d.local_date offset 0
        ) as r
        where d.source_id = asked_source
            and d.local_date >= from_date and d.local_date < until_date
            and (of_department is null
                or (r.local_date, r.manager) in (select m.local_date, m.manager from member as m))
    ),
    placed_call as not materialized (
        select
            from_date as starts_on,
            p.local_hour,
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
            and (of_department is null
                or (p.local_date, p.manager) in (select m.local_date, m.manager from member as m))
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
            r.starts_on, r.local_hour, r.manager,
            count(r.attempt) as attempts,
            count(distinct r.pbx_id) as calls_offered,
            count(r.answered) as answered,
            count(r.no_answer) as no_answer,
            count(r.busy) as busy,
            count(r.busy_in_call) as busy_in_call,
            count(r.unavailable) as unavailable,
            count(r.taken_by_another) as taken_by_another,
            count(r.caller_gave_up) as caller_gave_up,
            count(r.other) as other,
            count(r.untold) as untold,
            count(distinct r.answerable_call) as answerable_calls,
            count(distinct r.picked_up_call) as picked_up_calls,
            count(distinct r.missed_call) as missed_calls,
            sum(r.ring) as ring_sum,
            count(r.ring) as ring_count,
            percentile_cont('{0.5,0.9}'::float8[])
                within group (order by r.ring) as ring_percentiles,
            sum(r.talk) as talk_sum,
            count(distinct r.talked_call) as talk_count,
            count(distinct r.transferred_in) as transfers_in,
            count(distinct r.transferred_out) as transfers_out
        from ring as r
        group by r.starts_on, r.local_hour, r.manager
    ),
    answered_sum as (
        select
            from_date as starts_on,
            c.local_hour,
            c.manager,
            count(*) as calls_answered
        from stats.counted_call as c
        where c.source_id = asked_source
            and c.local_date >= from_date
            and c.local_date < until_date
            and (of_department is null
                or (c.local_date, c.manager) in (select m.local_date, m.manager from member as m))
            and c.answered = 1
            and c.manager is not null
        group by 1, 2, c.manager
    ),
    placed_sum as (
        select
            p.starts_on, p.local_hour, p.manager,
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
            v.starts_on, v.local_hour, v.manager,
            min(v.active_at) as first_activity,
            max(v.active_at) as last_activity,
            count(distinct v.local_date) as active_days
        from activity as v
        group by v.starts_on, v.local_hour, v.manager
    ),
    person as (
        select distinct on (starts_on, d.manager)
            from_date as starts_on,
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
        starts_on,
        local_hour::smallint,
        manager,
        w.manager_number,
        w.department,
        r.attempts,
        r.calls_offered,
        a.calls_answered,
        r.answered,
        r.no_answer,
        r.busy,
        r.busy_in_call,
        r.unavailable,
        r.taken_by_another,
        r.caller_gave_up,
        r.other,
        r.untold,
        r.answerable_calls,
        r.picked_up_calls,
        r.missed_calls,
        r.ring_sum,
        r.ring_count,
        r.ring_percentiles,
        r.talk_sum,
        r.talk_count,
        r.transfers_in,
        r.transfers_out,
        p.outgoing,
        p.connected,
        p.outgoing_missed,
        p.talk_sum,
        p.talk_count,
        p.callbacks,
        p.callback_tries,
        v.first_activity,
        v.last_activity,
        v.active_days
    from ring_sum as r
    full join answered_sum as a using (starts_on, local_hour, manager)
    full join placed_sum as p using (starts_on, local_hour, manager)
    left join activity_sum as v using (starts_on, local_hour, manager)
    left join person as w using (starts_on, manager);
end
$$;
comment on function stats.manager_hour_sum(integer, date, date, text) is
    'What stats.manager_sum returns for days, by local hour over all of them: one row per manager '
    'and hour, from the rings and calls themselves.';
