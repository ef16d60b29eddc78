create or replace function ledger.newly_waiting(
    of_source text,
    to_channel text,
    after interval,
    at timestamptz)
    returns table (
        source_id integer,
        customer_key bigint,
        pbx_id text,
        line text,
        department text,
        missed_at timestamptz,
        due_at timestamptz,
        details jsonb)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    -- Waiting callers are thousands, and most of them have been handed over: the others are found
    -- by stored facts, and only those are judged.
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
                    and m.missed_at <= newly_waiting.at - after
                    and m.followed_from <= newly_waiting.at
                    and (m.followed_until is null or m.followed_until > newly_waiting.at)
                    and (m.contact_since is null or m.contact_since > newly_waiting.at)
                except
                select w.customer_key
                from ledger.waiting_caller as w
                join ledger.caller_notice as n using (source_id, caller_id)
                where w.source_id = s.source_id
                    and w.settled_at is null
                    and n.kind = 'waiting'
                    and n.channel = to_channel
                except
                select w.customer_key
                from ledger.waiting_caller as w
                join ledger.caller_task as t using (source_id, caller_id)
                where w.source_id = s.source_id
                    and w.settled_at is null
                    and t.receiver = to_channel
            ) as customers
        from config.source as s
        where s.active
            and s.name = of_source
    )
    select
        s.source_id,
        d.customer_key,
        d.pbx_id,
        d.line,
        d.department,
        d.first_missed_at,
        case when s.has_deadlines then
            ledger.callback_due(s.source_id, d.line, d.department, d.first_missed_at) end,
        c.details
    from asked as s
    cross join lateral analytics.callback_deadlines(
        s.name, newly_waiting.at, of_customers => s.customers) as d
    cross join lateral ledger.caller_details(
        s.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
        d.missed_reason, d.line_name, newly_waiting.at) as c
    where cardinality(s.customers) > 0
        and d.first_missed_at <= newly_waiting.at - after
        and not exists (
            select from ledger.waiting_caller as w
            where w.source_id = s.source_id
                and w.customer_key = d.customer_key
                and w.pbx_id = d.pbx_id
                and w.settled_at is not null)
$$;
comment on function ledger.newly_waiting(text, text, interval, timestamptz) is
    'Callers of a source who have waited for a call-back at least so long at the instant, and who '
    'have not been handed over to a program or CRM; due_at is when their call-back deadline '
    'passes, null without one.';
