create or replace function ledger.is_quiet_message(asked_message bigint, at timestamptz)
    returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select coalesce(
        bool_and(
            r.in_working_hours
            and not stats.line_is_open(n.source_id, w.line, is_quiet_message.at)),
        false)
    from ledger.caller_notice as n
    join ledger.waiting_caller as w using (source_id, caller_id)
    cross join lateral stats.callback_rule(n.source_id, w.line, w.department) as r
    where n.message_id = asked_message
$$;
comment on function ledger.is_quiet_message(bigint, timestamptz) is
    'Whether a message is only about lines whose working hours are over, so that it waits for the '
    'next ones.';
