drop function if exists ledger.sendable_notice(text, timestamptz, boolean);
create or replace function ledger.sendable_notice(to_channel text, at timestamptz)
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
        and (not r.in_working_hours
            or stats.line_is_open(n.source_id, w.line, sendable_notice.at))
$$;
comment on function ledger.sendable_notice(text, timestamptz) is
    'What a digest to a receiver holds: all that they were not notified of, about lines that work '
    'at the instant.';
