create or replace function ledger.changed_task(at timestamptz)
    returns table (source_id integer, caller_id bigint, receiver text, details jsonb)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select
        t.source_id,
        t.caller_id,
        t.receiver,
        ledger.caller_details(
            s.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
            d.missed_reason, d.line_name, changed_task.at)
    from config.source as s
    cross join lateral analytics.callback_deadlines(s.name, changed_task.at) as d
    join ledger.waiting_caller as w
        on w.source_id = s.source_id
        and w.customer_key = d.customer_key
        and w.settled_at is null
    join ledger.caller_task as t
        on t.source_id = w.source_id
        and t.caller_id = w.caller_id
        and t.state not in ('closed', 'failed')
    where s.active
        and exists (
            select from ledger.caller_task as o
            where o.source_id = s.source_id
                and o.state not in ('closed', 'failed'))
        and (t.details ->> 'last_missed_at')::timestamptz
            < date_trunc('milliseconds', d.last_missed_at)
$$;
comment on function ledger.changed_task(timestamptz) is
    'Tasks of callers who called again in vain by the instant, after what the task states; with '
    'what it is to state.';
