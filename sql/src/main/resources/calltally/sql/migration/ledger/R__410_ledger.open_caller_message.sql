create or replace function ledger.open_caller_message(
    to_channel text,
    at timestamptz,
    is_digest boolean)
    returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    notice record;
    opened bigint;
    is_empty boolean := true;
begin
    -- Two services must not write the same digest.
    perform pg_advisory_xact_lock(hashtextextended('caller_message ' || to_channel, 0));
    if is_digest and exists (
        select from ledger.caller_message as m
        where m.channel = to_channel
            and (m.next_attempt_at is not null
                or (m.created_at > open_caller_message.at - interval '5 minutes'
                    and m.created_at <= open_caller_message.at)
                or (m.notified_at > open_caller_message.at - interval '5 minutes'
                    and m.notified_at <= open_caller_message.at)))
    then
        return null;
    end if;
    for notice in
        select s.*
        from ledger.sendable_notice(to_channel, open_caller_message.at) as s
        where is_digest
        union all
        select n.*
        from ledger.next_notice(to_channel) as n
        where not is_digest
    loop
        if opened is null then
            insert into ledger.caller_message (channel, created_at, next_attempt_at)
            values (to_channel, open_caller_message.at, open_caller_message.at)
            returning message_id into opened;
        end if;
        update ledger.caller_notice as n
        set message_id = opened
        where n.source_id = notice.source_id
            and n.caller_id = notice.caller_id
            and n.kind = notice.kind
            and n.channel = to_channel
            and n.message_id is null;
        is_empty := is_empty and not found;
    end loop;
    if is_empty then
        -- There is nothing to say, or all of them have been settled a moment ago.
        delete from ledger.caller_message as m
        where m.message_id = opened;
        return null;
    end if;
    return opened;
end
$$;
comment on function ledger.open_caller_message(text, timestamptz, boolean) is
    'Writes the next message to a receiver and returns its number; null while there is nothing to '
    'say. A digest lists everything, at most once in five minutes, and never while another '
    'one is on its way; otherwise a message is about one caller.';
