create or replace function ledger.hand_over(
    of_source text,
    receivers text[],
    waits interval[],
    get_tasks boolean[],
    mask_numbers boolean[],
    at timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
    handed bigint;
    known bigint[];
begin
    with newly as materialized (
        select n.*
        from ledger.newly_waiting(of_source, receivers, waits, hand_over.at) as n
        -- In the same order as any other service, so that none waits for the other.
        order by n.caller_id, n.customer_key
    ),
    added as (
        insert into ledger.waiting_caller as w (
            source_id, customer_key, pbx_id, line, department, missed_at, details, handed_to)
        select
            n.source_id, n.customer_key, n.pbx_id, n.line, n.department, n.missed_at, n.details,
            n.hand_to
        from newly as n
        where n.caller_id is null
        on conflict do nothing
        returning w.customer_key, w.caller_id
    ),
    -- Those whom another receiver or the deadline has put on record; locked, so that they stay
    -- open.
    known as materialized (
        select n.customer_key, k.caller_id
        from newly as n
        cross join lateral (
            select w.caller_id
            from ledger.waiting_caller as w
            where w.source_id = n.source_id
                and w.caller_id = n.caller_id
                and w.settled_as is null
            for update
        ) as k
        where n.caller_id is not null
    ),
    caller as materialized (
        select n.source_id, r.caller_id, n.details, n.due_at, n.hand_to
        from newly as n
        join (
            select * from added
            union all
            select * from known
        ) as r using (customer_key)
    ),
    notified as (
        insert into ledger.caller_notice (
            source_id, caller_id, kind, channel, mask_numbers, recorded_at)
        select c.source_id, c.caller_id, 'waiting', r.name, r.is_masked, hand_over.at
        from caller as c
        join unnest(receivers, get_tasks, hand_over.mask_numbers) as r (
            name, gets_tasks, is_masked) on r.name = any (c.hand_to)
        where not r.gets_tasks
        on conflict do nothing
    ),
    tasked as (
        insert into ledger.caller_task (
            source_id, caller_id, receiver, details, due_at, recorded_at, changed_at,
            next_attempt_at)
        select
            c.source_id, c.caller_id, r.name, c.details,
            coalesce(c.due_at, hand_over.at + interval '1 hour'),
            hand_over.at, hand_over.at, hand_over.at
        from caller as c
        join unnest(receivers, get_tasks) as r (name, gets_tasks) on r.name = any (c.hand_to)
        where r.gets_tasks
        on conflict do nothing
    )
    select
        (select count(*) from caller),
        (select array_agg(k.caller_id) from known as k)
    into handed, known;
    update ledger.waiting_caller as w
    set handed_to = array(
        select n.channel
        from ledger.caller_notice as n
        where n.source_id = w.source_id
            and n.caller_id = w.caller_id
            and n.kind = 'waiting'
        union
        select t.receiver
        from ledger.caller_task as t
        where t.source_id = w.source_id
            and t.caller_id = w.caller_id)
    from config.source as s
    where s.name = of_source
        and w.source_id = s.source_id
        and w.caller_id = any (known);
    return handed;
end
$$;
comment on function ledger.hand_over(
    text, text[], interval[], boolean[], boolean[], timestamptz) is
    'Records that callers of a source are to be handed over, as ledger.newly_waiting finds them: '
    'to programs by a notice, to CRMs (get_tasks) by a task, which without a call-back deadline is '
    'due within an hour. Returns the number of callers.';
