create or replace function ledger.late_handover(at timestamptz, longer_than interval)
    returns table (source_id integer, receiver text, callers bigint)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select l.source_id, l.receiver, count(distinct l.caller_id)
    from (
        select p.source_id, p.caller_id, p.receiver, p.pending_since as since
        from ledger.pending_task as p
        union all
        select t.source_id, t.caller_id, t.receiver, t.changed_at
        from ledger.caller_task as t
        where t.state = 'failed'
        union all
        select n.source_id, n.caller_id, n.channel, n.recorded_at
        from ledger.caller_notice as n
        left join ledger.caller_message as m using (message_id)
        where m.notified_at is null
            -- People are notified when their lines work; who takes callers over, at once.
            and exists (
                select from ledger.caller_notice as w
                where w.source_id = n.source_id
                    and w.caller_id = n.caller_id
                    and w.channel = n.channel
                    and w.kind = 'waiting')
    ) as l
    where l.since < late_handover.at - longer_than
        and l.since > late_handover.at - interval '3 days'
    group by l.source_id, l.receiver
$$;
comment on function ledger.late_handover(timestamptz, interval) is
    'How many callers each program or CRM has not been notified of as it should have been, for '
    'longer than the interval at the instant, but no longer than three days.';
