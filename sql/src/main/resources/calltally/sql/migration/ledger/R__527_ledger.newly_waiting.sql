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
    select
        s.source_id,
        d.customer_key,
        d.pbx_id,
        d.line,
        d.department,
        d.first_missed_at,
        ledger.callback_due(s.source_id, d.line, d.department, d.first_missed_at),
        ledger.caller_details(
            s.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
            d.missed_reason, d.line_name, newly_waiting.at)
    from config.source as s
    cross join lateral analytics.callback_deadlines(s.name, newly_waiting.at) as d
    where s.active
        and s.name = of_source
        and d.first_missed_at <= newly_waiting.at - after
        and not exists (
            select from ledger.waiting_caller as w
            where w.source_id = s.source_id
                and w.customer_key = d.customer_key
                and (w.pbx_id = d.pbx_id or w.settled_at is null)
                and (w.settled_at is not null
                    or exists (
                        select from ledger.caller_notice as n
                        where n.source_id = w.source_id
                            and n.caller_id = w.caller_id
                            and n.kind = 'waiting'
                            and n.channel = to_channel)
                    or exists (
                        select from ledger.caller_task as t
                        where t.source_id = w.source_id
                            and t.caller_id = w.caller_id
                            and t.receiver = to_channel)))
$$;
comment on function ledger.newly_waiting(text, text, interval, timestamptz) is
    'Callers of a source who have waited for a call-back at least so long at the instant, and who '
    'have not been handed over to a program or CRM; due_at is when their call-back deadline '
    'passes, null without one.';
