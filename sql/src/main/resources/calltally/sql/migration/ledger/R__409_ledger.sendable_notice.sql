create or replace function ledger.sendable_notice(
    to_channel text,
    at timestamptz,
    is_digest boolean)
    returns table (source_id integer, caller_id bigint, kind text)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select n.source_id, n.caller_id, n.kind
    from ledger.caller_notice as n
    join ledger.waiting_caller as w using (source_id, caller_id)
    cross join lateral stats.callback_rule(n.source_id, w.line, w.department) as r
    where n.channel = to_channel
        and n.message_id is null
        and case
            when is_digest then not r.in_working_hours
                or stats.line_is_open(n.source_id, w.line, sendable_notice.at)
            else not exists (
                select
                from ledger.caller_notice as e
                join ledger.caller_message as m using (message_id)
                where e.source_id = n.source_id
                    and e.caller_id = n.caller_id
                    and e.channel = to_channel
                    and m.next_attempt_at is not null)
        end
    order by
        n.recorded_at,
        n.source_id,
        n.caller_id,
        array_position(array['waiting', 'overdue', 'settled'], n.kind)
    limit case when not is_digest then 1 end
$$;
comment on function ledger.sendable_notice(text, timestamptz, boolean) is
    'Of what a receiver is notified next, oldest first. A digest holds all about lines that '
    'work now; otherwise it is one notice, and none while the one before about the same caller is '
    'on its way.';
