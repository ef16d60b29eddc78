create or replace function journal.pseudonymise_rest(
    asked_source integer,
    until timestamptz,
    own_numbers text[])
    returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed bigint;
begin
    update journal.notification as n
    set caller = case when p.caller is null then n.caller else journal.pseudonym(p.caller) end,
        receiver = case
            when p.receiver is null then n.receiver
            else journal.pseudonym(p.receiver)
        end,
        fields = journal.redact_party(
            journal.redact_party(n.fields, 'caller', p.caller, journal.pseudonym(p.caller)),
            'receiver', p.receiver, journal.pseudonym(p.receiver)),
        audio_path = journal.redact_number(
            n.audio_path,
            coalesce(p.caller, p.receiver),
            journal.pseudonym(coalesce(p.caller, p.receiver)))
    from (
        select
            m.source_id,
            m.occurred_at,
            m.digest,
            case when journal.needs_pseudonym(m.caller, own_numbers)
                and c.direction is distinct from 'outgoing'
                and (m.exchange <> 'sipsim' or m.event like 'incoming\_%' or m.event = 'voicemail'
                    or (m.pbx_id is null and m.fields ->> 'direction' is distinct from 'outbound'))
            then m.caller end as caller,
            case when journal.needs_pseudonym(m.receiver, own_numbers)
                and c.direction is distinct from 'incoming'
                and (m.exchange <> 'sipsim' or m.event like 'outgoing\_%'
                    or (m.pbx_id is null and m.fields ->> 'direction' = 'outbound'))
            then m.receiver end as receiver
        from journal.notification as m
        left join calls.call as c using (source_id, pbx_id)
        where m.source_id = asked_source
            and m.occurred_at < until
            and (m.occurred_at > '-infinity' or m.received_at < until)
            and (c.started_at is null or c.started_at < until)
    ) as p
    where n.source_id = p.source_id
        and n.occurred_at = p.occurred_at
        and n.digest = p.digest
        and (p.caller is not null or p.receiver is not null);
    get diagnostics changed = row_count;
    return changed;
end
$$;
comment on function journal.pseudonymise_rest(integer, timestamptz, text[]) is
    'Replaces customers'' numbers with pseudonyms in notifications from before an instant that '
    'belong to no call, or came late to one. Returns how many notifications.';
