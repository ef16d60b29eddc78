create or replace function journal.delete_expired_calls(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    expired record;
    gone bigint;
    total bigint := 0;
begin
    perform journal.allow_change();
    for expired in
        select e.source_id, e.calls
        from journal.expiry(delete_expired_calls.at) as e
        where exists (
            select from calls.call as c
            where c.source_id = e.source_id
                and c.started_at < e.calls)
    loop
        perform journal.move_horizon(expired.source_id, null, expired.calls, null);
        delete from calls.attempt as a
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and a.source_id = c.source_id
            and a.pbx_id = c.pbx_id;
        delete from calls.engagement as e
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and e.source_id = c.source_id
            and e.pbx_id = c.pbx_id;
        delete from calls.missed_call as m
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and m.source_id = c.source_id
            and m.pbx_id = c.pbx_id;
        delete from ledger.waiting_caller as w
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and w.source_id = c.source_id
            and w.pbx_id = c.pbx_id;
        delete from calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls;
        get diagnostics gone = row_count;
        insert into journal.deletion_log (source_id, kind, until, affected_rows)
        values (expired.source_id, 'calls deleted', expired.calls, gone);
        total := total + gone;
    end loop;
    delete from ledger.caller_message as m
    where not exists (
        select from ledger.caller_notice as n
        where n.message_id = m.message_id);
    return total;
end
$$;
comment on function journal.delete_expired_calls(timestamptz) is
    'Deletes the calls, rings and missed calls that have expired at the given instant, and who was '
    'notified of their callers; the statistics of their days stay. Returns how many calls.';
