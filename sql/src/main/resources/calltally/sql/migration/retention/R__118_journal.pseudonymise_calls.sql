create or replace function journal.pseudonymise_calls(
    asked_source integer,
    since timestamptz,
    until timestamptz,
    own_numbers text[])
    returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed bigint;
begin
    create temporary table concerned on commit drop as
    with concerned_call as (
        select c.pbx_id, c.direction, c.customer, journal.pseudonym(c.customer) as pseudonym
        from calls.call as c
        where c.source_id = asked_source
            and c.started_at >= since
            and c.started_at < until
            and journal.needs_pseudonym(c.customer, own_numbers)
    )
    select c.pbx_id as call_id, c.pbx_id, c.direction, c.customer, c.pseudonym
    from concerned_call as c
    union all
    select c.pbx_id, a.pbx_id, c.direction, c.customer, c.pseudonym
    from concerned_call as c
    join calls.alias as a on a.source_id = asked_source and a.call_id = c.pbx_id;
    analyze concerned;

    -- Numbers order notifications of the same instant: a call with several is derived again.
    insert into calls.marked_call (source_id, pbx_id)
    select asked_source, c.call_id
    from concerned as c
    join journal.notification as m
        on m.source_id = asked_source
        and m.pbx_id = c.pbx_id
    group by c.call_id
    having count(distinct case c.direction when 'incoming' then m.caller else m.receiver end) > 1
    on conflict do nothing;

    update journal.notification as n
    set caller = case when p.caller is null then n.caller else p.pseudonym end,
        receiver = case when p.receiver is null then n.receiver else p.pseudonym end,
        fields = journal.redact_number(
            journal.redact_party(
                journal.redact_party(n.fields, 'caller', p.caller, p.pseudonym),
                'receiver', p.receiver, p.pseudonym),
            p.customer, p.pseudonym),
        audio_path = journal.redact_number(n.audio_path, p.customer, p.pseudonym)
    from (
        select
            m.source_id,
            m.occurred_at,
            m.digest,
            c.customer,
            c.pseudonym,
            case when c.direction = 'incoming'
                and journal.needs_pseudonym(m.caller, own_numbers)
                and (m.exchange <> 'sipsim' or m.event like 'incoming\_%' or m.event = 'voicemail'
                    or m.caller = c.customer)
            then m.caller end as caller,
            case when c.direction = 'outgoing'
                and journal.needs_pseudonym(m.receiver, own_numbers)
                and (m.exchange <> 'sipsim' or m.event like 'outgoing\_%'
                    or m.receiver = c.customer)
            then m.receiver end as receiver
        from concerned as c
        join journal.notification as m
            on m.source_id = asked_source
            and m.pbx_id = c.pbx_id
    ) as p
    where n.source_id = p.source_id
        and n.occurred_at = p.occurred_at
        and n.digest = p.digest
        and (p.caller is not null or p.receiver is not null
            or journal.contains_number(n.fields::text, p.customer));

    update calls.missed_call as m
    set customer = c.pseudonym
    from concerned as c
    where m.source_id = asked_source
        and m.pbx_id = c.pbx_id;

    update calls.call as k
    set customer = c.pseudonym,
        recording_url = journal.redact_number(k.recording_url, c.customer, c.pseudonym),
        voicemail_url = journal.redact_number(k.voicemail_url, c.customer, c.pseudonym),
        tags = case when journal.contains_number(k.tags::text, c.customer) then array(
            select journal.redact_number(t.tag, c.customer, c.pseudonym)
            from unnest(k.tags) with ordinality as t (tag, position)
            order by t.position) else k.tags end
    from concerned as c
    where k.source_id = asked_source
        and k.pbx_id = c.pbx_id;
    get diagnostics changed = row_count;

    drop table concerned;
    return changed;
end
$$;
comment on function journal.pseudonymise_calls(integer, timestamptz, timestamptz, text[]) is
    'Replaces customers'' numbers with pseudonyms in the calls that started in [since, until) and '
    'in all their notifications. Returns how many calls.';
