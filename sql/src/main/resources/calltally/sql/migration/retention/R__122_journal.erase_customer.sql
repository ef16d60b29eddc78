drop function if exists journal.erase_customer(integer, text);
drop function if exists journal.erase_customer(
    integer, text, text, text[], text, jsonb, bigint[]);
create or replace function journal.erase_customer(
    asked_source integer,
    number text,
    mark text,
    spellings text[],
    texts jsonb,
    notifications text[],
    naming text[],
    rejected bigint[])
    returns table (kind text, affected_rows bigint)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
declare
    pseudonyms constant text[] := array(select journal.pseudonym(s) from unnest(spellings) as s);
    names constant text[] := spellings || pseudonyms;
    any_pseudonym constant text := array_to_string(pseudonyms, '|');
    calls_of_customer constant text[] := array(
        select journal.calls_of_customer(asked_source, spellings, notifications));
    erased bigint;
begin
    if spellings && journal.own_numbers(asked_source) then
        raise exception 'cannot erase customer: the number must be a customer''s '
                '(was a manager''s or a line''s)'
            using errcode = 'invalid_parameter_value';
    end if;
    perform journal.allow_change();

    update journal.notification as n
    set caller = case when p.calls then p.caller else n.caller end,
        receiver = case when p.is_called then p.receiver else n.receiver end,
        audio_path = case
            when p.is_theirs then null
            else coalesce(texts ->> n.audio_path, n.audio_path)
        end,
        fields = case
            when n.pbx_id is null then jsonb_build_object('event', n.event)
            else regexp_replace(
                journal.replace_texts(
                    case
                        when p.is_theirs and n.exchange <> 'sipsim'
                            then journal.without_links(n.fields)
                        else n.fields
                    end
                        - case when p.is_theirs then '{audio_path}' else '{}' end::text[]
                        || case
                            when p.calls and n.fields -> 'caller' is not null
                                then jsonb_build_object('caller', coalesce(p.caller, mark))
                            else '{}'
                        end
                        || case
                            when p.is_called and n.fields -> 'receiver' is not null
                                then jsonb_build_object('receiver', coalesce(p.receiver, mark))
                            else '{}'
                        end,
                    texts)::text,
                any_pseudonym, mark, 'g')::jsonb
        end
    from (
        select
            m.source_id,
            m.occurred_at,
            m.digest,
            coalesce(
                m.caller = any (names) or m.fields ->> 'caller' = any (spellings),
                false) as calls,
            coalesce(
                m.receiver = any (names) or m.fields ->> 'receiver' = any (spellings),
                false) as is_called,
            coalesce(m.pbx_id = any (calls_of_customer), false) as is_theirs,
            journal.erasure_mark(m.caller, number, mark) as caller,
            journal.erasure_mark(m.receiver, number, mark) as receiver
        from journal.notifications_of_customer(
            asked_source, pseudonyms, notifications, calls_of_customer) as f
        join journal.notification as m
            on m.source_id = asked_source
                and m.occurred_at = f.occurred_at
                and m.digest = f.digest
    ) as p
    where n.source_id = p.source_id
        and n.occurred_at = p.occurred_at
        and n.digest = p.digest;
    get diagnostics erased = row_count;
    kind := 'notifications';
    affected_rows := erased;
    return next;

    delete from journal.rejected as r
    where r.source_id = asked_source
        and r.id = any (rejected);
    get diagnostics affected_rows = row_count;
    kind := 'rejected_requests';
    return next;

    update calls.missed_call as m
    set customer = journal.erasure_mark(m.customer, number, mark),
        customer_key = journal.customer_key(journal.erasure_mark(m.customer, number, mark))
    where m.source_id = asked_source
        and m.pbx_id = any (calls_of_customer);
    get diagnostics affected_rows = row_count;
    kind := 'missed_calls';
    return next;

    -- Calls to derive again from the changed notifications: the customer's, and others' that merely
    -- contain the number.
    insert into calls.marked_call (source_id, pbx_id)
    select c.source_id, c.pbx_id
    from calls.call as c
    where c.source_id = asked_source
        and c.pbx_id = any (calls_of_customer || naming)
    on conflict do nothing;

    update calls.call as c
    set customer = journal.erasure_mark(c.customer, number, mark),
        customer_key = journal.customer_key(journal.erasure_mark(c.customer, number, mark)),
        recording_url = null,
        voicemail_url = null,
        tags = case
            when c.tags is not null then array(
                select coalesce(texts ->> t.tag, t.tag)
                from unnest(c.tags) with ordinality as t (tag, position)
                order by t.position)
        end
    where c.source_id = asked_source
        and c.pbx_id = any (calls_of_customer);
    get diagnostics affected_rows = row_count;
    kind := 'calls';
    return next;

    delete from web.access as a
    where a.source_id = asked_source
        and a.customer_key in (select journal.customer_key(n) from unnest(names) as n);
    get diagnostics affected_rows = row_count;
    kind := 'page_access';
    return next;

    delete from ledger.waiting_caller as w
    where w.source_id = asked_source
        and w.customer_key in (select journal.customer_key(n) from unnest(names) as n);
    get diagnostics affected_rows = row_count;
    kind := 'waiting_callers';
    return next;

    delete from ledger.caller_message as m
    where not exists (
        select from ledger.caller_notice as n
        where n.message_id = m.message_id);

    insert into journal.deletion_log (source_id, kind, affected_rows)
    values (asked_source, 'customer erased', erased);
end
$$;
comment on function
    journal.erase_customer(integer, text, text, text[], jsonb, text[], text[], bigint[]) is
    'Replaces every spelling of a customer''s number, and its pseudonyms, with a random mark '
    'wherever the database has it; deletes the links to the customer''s recordings, the content of '
    'messages, who was notified that they wait, and rejected requests that contain the number. '
    'Figures do not change: a mark still counts as one customer. Returns how many rows of each '
    'kind.';
