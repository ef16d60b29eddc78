create or replace function ledger.changed_task(at timestamptz)
    returns table (source_id integer, caller_id bigint, receiver text, details jsonb)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
    -- Tasks are thousands, and few of their callers have called again: only those are judged. They
    -- are found by groups, which take time in proportion to the tasks, whatever the planner
    -- believes; a join may not.
    with open_task as materialized (
        select f.source_id, f.caller_id, max(f.customer_key) as customer_key,
            min(f.stated_until) as stated_until
        from (
            select
                t.source_id,
                t.caller_id,
                null::bigint as customer_key,
                (t.details ->> 'last_missed_at')::timestamptz as stated_until
            from ledger.caller_task as t
            where t.state not in ('closed', 'failed')
            union all
            select w.source_id, w.caller_id, w.customer_key, null
            from ledger.waiting_caller as w
            where w.settled_at is null
        ) as f
        group by f.source_id, f.caller_id
        having count(f.customer_key) > 0
            and count(f.stated_until) > 0
    ),
    called_again as materialized (
        select s.source_id, s.name, c.customer_key, c.caller_id
        from config.source as s
        cross join lateral (
            select f.customer_key, max(f.caller_id) as caller_id
            from (
                select o.customer_key, o.caller_id, o.stated_until, null::timestamptz as missed_at
                from open_task as o
                where o.source_id = s.source_id
                union all
                select m.customer_key, null, null, m.missed_at
                from calls.missed_call as m
                where m.source_id = s.source_id
                    and m.customer_key is not null
                    and m.missed_at >= changed_task.at - s.callback_window
                    and m.missed_at <= changed_task.at
                    and (m.contact_since is null or m.contact_since > changed_task.at)
            ) as f
            group by f.customer_key
            having date_trunc('milliseconds', max(f.missed_at)) > max(f.stated_until)
        ) as c
        where s.active
            and s.source_id in (select o.source_id from open_task as o)
    ),
    asked as materialized (
        select c.source_id, c.name, array_agg(c.customer_key) as customers
        from called_again as c
        group by c.source_id, c.name
    ),
    -- Materialized, else the planner may call the function once for each task.
    deadline as materialized (
        select s.source_id, s.name, d.*
        from asked as s
        cross join lateral analytics.callback_deadlines(
            s.name, changed_task.at, of_customers => s.customers) as d
    )
    select
        t.source_id,
        t.caller_id,
        t.receiver,
        c.details
    from deadline as d
    join called_again as w
        on w.source_id = d.source_id
        and w.customer_key = d.customer_key
    cross join lateral (
        select o.*
        from ledger.caller_task as o
        where o.source_id = d.source_id
            and o.caller_id = w.caller_id
            and o.state not in ('closed', 'failed')
        offset 0
    ) as t
    cross join lateral ledger.caller_details(
        d.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
        d.missed_reason, d.line_name, changed_task.at) as c
    where (t.details ->> 'last_missed_at')::timestamptz
            < date_trunc('milliseconds', d.last_missed_at)
$$;
comment on function ledger.changed_task(timestamptz) is
    'Tasks of callers who called again in vain by the instant, after what the task states; with '
    'what it is to state.';
