drop function if exists ledger.newly_waiting(text, text, interval, timestamptz);
create or replace function ledger.newly_waiting(
    of_source text,
    receivers text[],
    waits interval[],
    at timestamptz)
    returns table (
        source_id integer,
        customer_key bigint,
        caller_id bigint,
        pbx_id text,
        line text,
        department text,
        missed_at timestamptz,
        due_at timestamptz,
        details jsonb,
        hand_to text[])
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
    -- Waiting callers are thousands, and most of them have been handed over: the others are found
    -- by stored facts, and only those are judged. Sets and single look-ups take time in proportion
    -- to the callers, whatever the planner believes; a join may not.
    with asked as materialized (
        select
            s.source_id,
            s.name,
            exists (
                select from config.callback_rule as r
                where r.source_id = s.source_id
                    and r.deadline is not null
            ) as has_deadlines,
            array(
                select m.customer_key
                from calls.missed_call as m
                where m.source_id = s.source_id
                    and m.customer not like '~%'
                    and m.missed_at >= newly_waiting.at - s.callback_window
                    and m.missed_at <= newly_waiting.at - (
                        select min(r.wait) from unnest(waits) as r (wait))
                    and m.followed_from <= newly_waiting.at
                    and (m.followed_until is null or m.followed_until > newly_waiting.at)
                    and (m.contact_since is null or m.contact_since > newly_waiting.at)
                except
                select w.customer_key
                from ledger.waiting_caller as w
                where w.source_id = s.source_id
                    and w.settled_at is null
                    and (w.handed_to @> receivers
                        or w.handed_to @> array(
                            select r.name
                            from unnest(receivers, waits) as r (name, wait)
                            where w.missed_at <= newly_waiting.at - r.wait))
            ) as customers
        from config.source as s
        where s.active
            and s.name = of_source
    ),
    caller as materialized (
        select
            s.source_id,
            s.name,
            s.has_deadlines,
            d.*,
            w.caller_id,
            array(
                select r.name
                from unnest(receivers, waits) as r (name, wait)
                where d.first_missed_at <= newly_waiting.at - r.wait
                    and (w.handed_to is null or r.name <> all (w.handed_to))
            ) as hand_to
        from asked as s
        cross join lateral analytics.callback_deadlines(
            s.name, newly_waiting.at, of_customers => s.customers) as d
        left join lateral (
            select o.caller_id, o.handed_to
            from ledger.waiting_caller as o
            where o.source_id = s.source_id
                and o.customer_key = d.customer_key
                and o.settled_at is null
            limit 1
        ) as w on true
        where cardinality(s.customers) > 0
            and not exists (
                select
                from ledger.waiting_caller as o
                where o.source_id = s.source_id
                    and o.customer_key = d.customer_key
                    and o.pbx_id = d.pbx_id
                    and o.settled_at is not null
                offset 0)
    )
    select
        c.source_id,
        c.customer_key,
        c.caller_id,
        c.pbx_id,
        c.line,
        c.department,
        c.first_missed_at,
        case when c.has_deadlines then
            ledger.callback_due(c.source_id, c.line, c.department, c.first_missed_at) end,
        d.details,
        c.hand_to
    from caller as c
    cross join lateral ledger.caller_details(
        c.name, c.customer_key, c.missed_calls, c.last_missed_at, c.last_pbx_id,
        c.missed_reason, c.line_name, newly_waiting.at) as d
    where cardinality(c.hand_to) > 0
$$;
comment on function ledger.newly_waiting(text, text[], interval[], timestamptz) is
    'Callers of a source whom some of the receivers (programs and CRMs, each with how long a '
    'caller waits before) should have been notified of at the instant, and have not been: hand_to. '
    'caller_id is null while they are not on record as waiting; due_at is when their call-back '
    'deadline passes, null without one.';
