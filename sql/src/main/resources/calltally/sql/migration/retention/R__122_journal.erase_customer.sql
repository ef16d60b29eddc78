create or replace function journal.erase_customer(asked_source integer, number text)
    returns table (kind text, affected_rows bigint)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
declare
    key constant bigint := journal.customer_key(number);
    pseudonym constant text := journal.pseudonym(number);
    mark constant text := '~' || encode(substr(sha256(uuid_send(gen_random_uuid())), 1, 8), 'hex');
    calls_of_customer constant text[] := array(
        select c.pbx_id
        from calls.call as c
        where c.source_id = asked_source
            and c.customer_key = key);
    erased bigint;
begin
    if number = any (journal.own_numbers(asked_source)) then
        raise exception 'cannot erase customer: the number must be a customer''s '
                '(was a manager''s or a line''s)'
            using errcode = 'invalid_parameter_value';
    end if;
    perform journal.allow_change();

    update journal.notification as n
    set caller = case when n.caller in (number, pseudonym) then mark else n.caller end,
        receiver = case when n.receiver in (number, pseudonym) then mark else n.receiver end,
        audio_path = case
            when n.pbx_id = any (calls_of_customer) then null
            else journal.redact_number(n.audio_path, number, mark)
        end,
        fields = case
            when n.pbx_id is null then jsonb_build_object('event', n.event)
            else journal.redact_number(
                journal.redact_number(
                    journal.redact_party(
                        journal.redact_party(
                            case
                                when n.pbx_id = any (calls_of_customer) then n.fields - 'audio_path'
                                else n.fields
                            end,
                            'caller',
                            case when n.caller in (number, pseudonym) then number end,
                            mark),
                        'receiver',
                        case when n.receiver in (number, pseudonym) then number end,
                        mark),
                    number, mark),
                pseudonym, mark)
        end
    where n.source_id = asked_source
        and (n.caller in (number, pseudonym)
            or n.receiver in (number, pseudonym)
            or n.pbx_id = any (calls_of_customer)
            or journal.contains_number(n.fields::text, number));
    get diagnostics erased = row_count;
    kind := 'notifications';
    affected_rows := erased;
    return next;

    delete from journal.rejected as r
    where r.source_id = asked_source
        and (journal.contains_number(r.query, number)
            or journal.contains_number(encode(r.body, 'escape'), number));
    get diagnostics affected_rows = row_count;
    kind := 'rejected_requests';
    return next;

    update calls.missed_call as m
    set customer = mark,
        customer_key = journal.customer_key(mark)
    where m.source_id = asked_source
        and m.customer_key = key;
    get diagnostics affected_rows = row_count;
    kind := 'missed_calls';
    return next;

    update calls.call as c
    set customer = mark,
        customer_key = journal.customer_key(mark),
        recording_url = null,
        voicemail_url = null,
        tags = case when journal.contains_number(c.tags::text, number) then array(
            select journal.redact_number(t.tag, number, mark)
            from unnest(c.tags) with ordinality as t (tag, position)
            order by t.position) else c.tags end
    where c.source_id = asked_source
        and c.customer_key = key;
    get diagnostics affected_rows = row_count;
    kind := 'calls';
    return next;

    -- Calls to derive again from the changed notifications: the customer's, and others' that merely
    -- contain the number.
    insert into calls.stale_call (source_id, pbx_id)
    select c.source_id, c.pbx_id
    from calls.call as c
    where c.source_id = asked_source
        and (c.customer = mark
            or journal.contains_number(c.recording_url, number)
            or journal.contains_number(c.voicemail_url, number)
            or journal.contains_number(c.tags::text, number))
    on conflict do nothing;

    insert into journal.deletion_log (source_id, kind, affected_rows)
    values (asked_source, 'customer erased', erased);
end
$$;
comment on function journal.erase_customer(integer, text) is
    'Replaces a customer''s number, or its pseudonym, with a random mark wherever the database '
    'has it; deletes the links to the customer''s recordings, the content of messages, and '
    'rejected requests that contain the number. Figures do not change: the mark still counts as '
    'one customer. Returns how many rows of each kind.';
