create or replace function ledger.changed_task(at timestamptz)
    returns table (source_id integer, caller_id bigint, receiver text, details jsonb)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    with open_task as materialized (
        select
            w.source_id,
            w.customer_key,
            (t.details ->> 'last_missed_at')::timestamptz as stated_until
        from ledger.caller_task as t
        join ledger.waiting_caller as w using (source_id, caller_id)
        where t.state not in ('closed', 'failed')
            and w.settled_at is null
    ),
    -- Tasks are thousands, and few of their callers have called again: only those are judged.
    called_again as materialized (
        select distinct o.source_id, o.customer_key
        from open_task as o
        join calls.missed_call as m
            on m.source_id = o.source_id
            and m.customer_key = o.customer_key
            and m.missed_at > o.stated_until
        where m.missed_at <= changed_task.at
            and date_trunc('milliseconds', m.missed_at) > o.stated_until
            and (m.contact_since is null or m.contact_since > changed_task.at)
    ),
    asked as materialized (
        select s.source_id, s.name, array_agg(c.customer_key) as customers
        from called_again as c
        join config.source as s using (source_id)
        where s.active
        group by s.source_id, s.name
    )
    select
        t.source_id,
        t.caller_id,
        t.receiver,
        c.details
    from asked as s
    cross join lateral analytics.callback_deadlines(
        s.name, changed_task.at, of_customers => s.customers) as d
    join ledger.waiting_caller as w
        on w.source_id = s.source_id
        and w.customer_key = d.customer_key
        and w.settled_at is null
    join ledger.caller_task as t
        on t.source_id = w.source_id
        and t.caller_id = w.caller_id
        and t.state not in ('closed', 'failed')
    cross join lateral ledger.caller_details(
        s.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
        d.missed_reason, d.line_name, changed_task.at) as c
    where (t.details ->> 'last_missed_at')::timestamptz
            < date_trunc('milliseconds', d.last_missed_at)
$$;
comment on function ledger.changed_task(timestamptz) is
    'Tasks of callers who called again in vain by the instant, after what the task states; with '
    'what it is to state.';
