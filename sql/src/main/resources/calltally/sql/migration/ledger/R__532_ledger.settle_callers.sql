create or replace function ledger.settle_callers(at timestamptz)
    returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    caller record;
    settled bigint := 0;
begin
    for caller in
        select n.*
        from ledger.newly_settled(settle_callers.at) as n
        -- In the same order as any other service, so that none waits for the other.
        order by n.source_id, n.caller_id
    loop
        update ledger.waiting_caller as w
        set settled_as = caller.settled_as,
            settled_at = caller.settled_at,
            settled_by = caller.settled_by
        where w.source_id = caller.source_id
            and w.caller_id = caller.caller_id
            and w.settled_as is null;
        if found then
            -- Receivers that were not notified yet never are.
            delete from ledger.caller_notice as n
            where n.source_id = caller.source_id
                and n.caller_id = caller.caller_id
                and n.message_id is null;
            insert into ledger.caller_notice (
                source_id, caller_id, kind, channel, mask_numbers, recorded_at)
            select
                n.source_id, n.caller_id, 'settled', n.channel, bool_or(n.mask_numbers),
                settle_callers.at
            from ledger.caller_notice as n
            where n.source_id = caller.source_id
                and n.caller_id = caller.caller_id
            group by n.source_id, n.caller_id, n.channel
            on conflict do nothing;
            update ledger.caller_task as t
            set revision = t.revision + 1,
                changed_at = settle_callers.at
            where t.source_id = caller.source_id
                and t.caller_id = caller.caller_id
                and t.state not in ('closed', 'failed');
            settled := settled + 1;
        end if;
    end loop;
    return settled;
end
$$;
comment on function ledger.settle_callers(timestamptz) is
    'Records who waits no longer at the instant, as ledger.newly_settled finds them. Those who '
    'were notified of a caller are notified again; those who were not yet, never are; tasks are to '
    'be closed. Returns the number of callers.';
