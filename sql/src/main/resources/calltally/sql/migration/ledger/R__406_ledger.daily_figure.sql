create or replace function ledger.daily_figure(
    asked_source_id integer,
    from_date date,
    until_date date,
    of_line text,
    of_department text,
    of_manager text)
    returns table (
        local_date date,
        figure text,
        value numeric)
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
    return query
    with day as (
        select g.day::date as local_date
        from generate_series(
            from_date::timestamp, until_date::timestamp - interval '1 day', interval '1 day'
        ) as g (day)
    ),
    line_sum as (
        select
            h.local_date,
            sum(h.incoming) as incoming,
            sum(h.answered) as answered,
            sum(h.missed) as missed,
            sum(h.unfinished) as unfinished,
            sum(h.short_missed) as short_missed,
            sum(h.answered_in_time) as answered_in_time,
            sum(h.wait_answered_count + h.wait_missed_count) as waits_known,
            sum(h.outgoing) as outgoing,
            sum(h.connected) as connected
        from stats.hourly_line as h
        where h.source_id = asked_source_id
            and h.local_date >= from_date
            and h.local_date < until_date
            and (of_line is null or h.line = of_line)
            and (of_department is null or h.department = of_department)
        group by h.local_date
    ),
    caller_sum as (
        select
            m.local_date,
            count(distinct m.customer_key) as missed_callers
        from calls.missed_call as m
        join calls.call as c using (source_id, pbx_id)
        where m.source_id = asked_source_id
            and m.local_date >= from_date
            and m.local_date < until_date
            and not m.presumed
            and (of_line is null or c.line = of_line)
            and (of_department is null or c.department = of_department)
        group by m.local_date
    ),
    manager_sum as (
        select
            m.local_date,
            sum(m.attempts) as attempts,
            sum(m.answered) as answered,
            sum(m.answerable_calls) as answerable_calls,
            sum(m.picked_up_calls) as picked_up_calls,
            sum(m.calls_answered) as calls_answered,
            sum(m.missed_calls) as missed_calls,
            sum(m.outgoing) as outgoing,
            sum(m.connected) as connected
        from stats.daily_manager as m
        where m.source_id = asked_source_id
            and m.local_date >= from_date
            and m.local_date < until_date
            and m.manager = of_manager
        group by m.local_date
    )
    select
        d.local_date,
        f.figure,
        coalesce(f.value, 0)::numeric
    from day as d
    left join line_sum as s using (local_date)
    left join caller_sum as c using (local_date)
    cross join lateral (values
        ('incoming', s.incoming),
        ('answered', s.answered),
        ('missed', s.missed),
        ('unfinished', s.unfinished),
        ('answered_or_missed', s.answered + s.missed),
        ('answered_in_time', s.answered_in_time),
        ('answered_or_missed_not_short', s.waits_known - s.short_missed),
        ('missed_callers', c.missed_callers),
        ('outgoing', s.outgoing),
        ('connected', s.connected)
    ) as f (figure, value)
    where of_manager is null
    union all
    select
        d.local_date,
        f.figure,
        coalesce(f.value, 0)::numeric
    from day as d
    left join manager_sum as m using (local_date)
    cross join lateral (values
        ('attempts', m.attempts),
        ('attempts_answered', m.answered),
        ('answerable_calls', m.answerable_calls),
        ('picked_up_calls', m.picked_up_calls),
        ('calls_answered', m.calls_answered),
        ('missed_calls', m.missed_calls),
        ('outgoing', m.outgoing),
        ('connected', m.connected)
    ) as f (figure, value)
    where of_manager is not null;
end
$$;
comment on function ledger.daily_figure(integer, date, date, text, text, text) is
    'The figures that a run records for each local date in [from_date, until_date), 0 for a date '
    'without calls. For all calls, a line or a department: incoming, answered, missed, '
    'unfinished, answered_or_missed (denominator of the answer rate), answered_in_time, '
    'answered_or_missed_not_short (denominator of the service level: with a known wait), '
    'missed_callers, outgoing, connected. For a manager: attempts, attempts_answered, '
    'answerable_calls (denominator of the manager''s answer rate), picked_up_calls (its '
    'numerator), calls_answered, missed_calls, outgoing, connected.';
