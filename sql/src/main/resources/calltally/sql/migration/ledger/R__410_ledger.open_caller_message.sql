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
    opened bigint;
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
        or not exists (
            select from ledger.sendable_notice(to_channel, open_caller_message.at, is_digest))
    then
        return null;
    end if;
    insert into ledger.caller_message (channel, created_at, next_attempt_at)
    values (to_channel, open_caller_message.at, open_caller_message.at)
    returning message_id into opened;
    update ledger.caller_notice as n
    set message_id = opened
    from ledger.sendable_notice(to_channel, open_caller_message.at, is_digest) as s
    where n.source_id = s.source_id
        and n.caller_id = s.caller_id
        and n.kind = s.kind
        and n.channel = to_channel;
    if not found then
        -- All of them have been settled a moment ago.
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
