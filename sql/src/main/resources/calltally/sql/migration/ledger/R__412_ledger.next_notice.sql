create or replace function ledger.next_notice(to_channel text)
    returns table (source_id integer, caller_id bigint, kind text)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set jit = off
    -- Thousands may wait in the order of an index, of which only the first is wanted.
    set enable_sort = off
as $$
    select f.source_id, f.caller_id, k.kind
    from (
        select n.source_id, n.caller_id
        from ledger.caller_notice as n
        where n.channel = to_channel
            and n.message_id is null
            and not exists (
                select
                from ledger.caller_notice as e
                join ledger.caller_message as m using (message_id)
                where e.source_id = n.source_id
                    and e.caller_id = n.caller_id
                    and e.channel = to_channel
                    and m.next_attempt_at is not null
                offset 0)
        order by n.recorded_at, n.source_id, n.caller_id
        limit 1
    ) as f
    cross join lateral (
        select n.kind
        from ledger.caller_notice as n
        where n.source_id = f.source_id
            and n.caller_id = f.caller_id
            and n.channel = to_channel
            and n.message_id is null
        order by n.recorded_at, array_position(array['waiting', 'overdue', 'settled'], n.kind)
        limit 1
    ) as k
$$;
comment on function ledger.next_notice(text) is
    'Of which caller, and of what about them, a receiver is notified next: the oldest, but nothing '
    'about callers of whom a message is on its way.';
