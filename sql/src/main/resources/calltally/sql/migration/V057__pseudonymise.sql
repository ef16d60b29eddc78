-- Customers' numbers give way to pseudonyms: by age, or to a mark of chance when a customer asks for it.

create function journal.tail(number text) returns text
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case when length(d.digits) >= 7 then right(d.digits, 9) end
    from (select regexp_replace(number, '[^0-9]', '', 'g') as digits) as d
$$;
comment on function journal.tail(text) is 'The last nine digits of a number, which all ways to write it have in common; null for numbers too short to be told from others.';

create function journal.mentions(content text, number text) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        strpos(content, number) > 0
        or strpos(translate(replace(content, '%20', ''), ' ()-./', ''), journal.tail(number)) > 0,
        false)
$$;
comment on function journal.mentions(text, text) is 'Whether a text holds a number, however it is written in it.';

create function journal.without_number(content text, number text, mark text) returns text
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    replaced constant text := replace(content, number, mark);
begin
    if replaced is null or not journal.mentions(replaced, number) then
        return replaced;
    end if;
    return regexp_replace(
        replaced,
        '\+?[0-9 ().-]{0,8}' || array_to_string(regexp_split_to_array(journal.tail(number), ''), '[ ().\-/]*'),
        mark,
        'g');
end
$$;
comment on function journal.without_number(text, text, text) is 'The text with a mark in the place of a number, however it is written in it.';

create function journal.without_number(content jsonb, number text, mark text) returns jsonb
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not journal.mentions(content::text, number) then
        return content;
    end if;
    return case jsonb_typeof(content)
        when 'object' then (
            select jsonb_object_agg(
                journal.without_number(e.key, number, mark),
                journal.without_number(e.value, number, mark))
            from jsonb_each(content) as e)
        when 'array' then (
            select jsonb_agg(journal.without_number(e.value, number, mark) order by e.position)
            from jsonb_array_elements(content) with ordinality as e (value, position))
        when 'string' then to_jsonb(journal.without_number(content #>> '{}', number, mark))
        else to_jsonb(mark)
    end;
end
$$;
comment on function journal.without_number(jsonb, text, text) is 'Fields as sent with a mark in the place of a number, at any depth.';

create function journal.without_party(fields jsonb, party text, number text, mark text) returns jsonb
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when number is null then fields
        when fields -> party is null then journal.without_number(fields, number, mark)
        else journal.without_number(fields || jsonb_build_object(party, mark), number, mark)
    end
$$;
comment on function journal.without_party(jsonb, text, text, text) is 'Fields as sent with a mark in the place of the number of a party (caller or receiver), and of wherever else it stands; unchanged without a number.';

create function journal.own_numbers_of(asked_source integer) returns text[]
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select array(
        select m.number
        from directory.manager_number as m
        where m.source_id = asked_source
        union
        select l.number
        from directory.line as l
        where l.source_id = asked_source)
$$;
comment on function journal.own_numbers_of(integer) is 'The numbers of a source''s managers and lines, whenever valid: never customers'' numbers that would need a pseudonym.';

create function journal.is_plain(number text, own_numbers text[]) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select number is not null
        and number !~ '^(~[0-9a-f]{16}|[0-9]{1,5})$'
        and number <> all (own_numbers)
$$;
comment on function journal.is_plain(text, text[]) is 'Whether a party''s number is one of the outside world that still can be read: no pseudonym, no extension, none of the company''s own.';

create function journal.pseudonymise_calls(asked_source integer, since timestamptz, until timestamptz, own_numbers text[]) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed bigint;
begin
    create temporary table concerned on commit drop as
    select c.pbx_id, c.direction, c.customer, journal.pseudonym(c.customer) as pseudonym
    from calls.call as c
    where c.source_id = asked_source
        and c.started_at >= since
        and c.started_at < until
        and journal.is_plain(c.customer, own_numbers);
    analyze concerned;

    -- Numbers order what happens at one instant: where a call names several, it is derived anew.
    insert into calls.stale_call (source_id, pbx_id)
    select asked_source, c.pbx_id
    from concerned as c
    join journal.notification as m
        on m.source_id = asked_source
        and m.pbx_id = c.pbx_id
    group by c.pbx_id
    having count(distinct case c.direction when 'incoming' then m.caller else m.receiver end) > 1
    on conflict do nothing;

    update journal.notification as n
    set caller = case when p.caller is null then n.caller else p.pseudonym end,
        receiver = case when p.receiver is null then n.receiver else p.pseudonym end,
        fields = journal.without_number(
            journal.without_party(
                journal.without_party(n.fields, 'caller', p.caller, p.pseudonym),
                'receiver', p.receiver, p.pseudonym),
            p.customer, p.pseudonym),
        audio_path = journal.without_number(n.audio_path, p.customer, p.pseudonym)
    from (
        select
            m.source_id,
            m.occurred_at,
            m.digest,
            c.customer,
            c.pseudonym,
            case when c.direction = 'incoming'
                and journal.is_plain(m.caller, own_numbers)
                and (m.event like 'incoming\_%' or m.event = 'voicemail' or m.caller = c.customer) then m.caller end as caller,
            case when c.direction = 'outgoing'
                and journal.is_plain(m.receiver, own_numbers)
                and (m.event like 'outgoing\_%' or m.receiver = c.customer) then m.receiver end as receiver
        from concerned as c
        join journal.notification as m
            on m.source_id = asked_source
            and m.pbx_id = c.pbx_id
    ) as p
    where n.source_id = p.source_id
        and n.occurred_at = p.occurred_at
        and n.digest = p.digest
        and (p.caller is not null or p.receiver is not null or journal.mentions(n.fields::text, p.customer));

    update calls.missed_call as m
    set customer = c.pseudonym
    from concerned as c
    where m.source_id = asked_source
        and m.pbx_id = c.pbx_id;

    update calls.call as k
    set customer = c.pseudonym,
        recording_url = journal.without_number(k.recording_url, c.customer, c.pseudonym),
        voicemail_url = journal.without_number(k.voicemail_url, c.customer, c.pseudonym),
        tags = case when journal.mentions(k.tags::text, c.customer) then array(
            select journal.without_number(t.tag, c.customer, c.pseudonym)
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
comment on function journal.pseudonymise_calls(integer, timestamptz, timestamptz, text[]) is 'Puts pseudonyms in the place of customers'' numbers in the calls that started in [since, until), and in all their notifications. Returns how many calls.';

create function journal.pseudonymise_rest(asked_source integer, until timestamptz, own_numbers text[]) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed bigint;
begin
    update journal.notification as n
    set caller = case when p.caller is null then n.caller else journal.pseudonym(p.caller) end,
        receiver = case when p.receiver is null then n.receiver else journal.pseudonym(p.receiver) end,
        fields = journal.without_party(
            journal.without_party(n.fields, 'caller', p.caller, journal.pseudonym(p.caller)),
            'receiver', p.receiver, journal.pseudonym(p.receiver)),
        audio_path = journal.without_number(n.audio_path, coalesce(p.caller, p.receiver), journal.pseudonym(coalesce(p.caller, p.receiver)))
    from (
        select
            m.source_id,
            m.occurred_at,
            m.digest,
            case when journal.is_plain(m.caller, own_numbers)
                and c.direction is distinct from 'outgoing'
                and (m.event like 'incoming\_%' or m.event = 'voicemail'
                    or (m.pbx_id is null and m.fields ->> 'direction' is distinct from 'outbound')) then m.caller end as caller,
            case when journal.is_plain(m.receiver, own_numbers)
                and c.direction is distinct from 'incoming'
                and (m.event like 'outgoing\_%'
                    or (m.pbx_id is null and m.fields ->> 'direction' = 'outbound')) then m.receiver end as receiver
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
comment on function journal.pseudonymise_rest(integer, timestamptz, text[]) is 'Puts pseudonyms in the place of customers'' numbers in notifications from before an instant that tell of no call, or came late to one. Returns how many notifications.';

create function journal.pseudonymise(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    set work_mem = '64MB'
as $$
declare
    expired record;
    own_numbers text[];
    since timestamptz;
    changed bigint;
begin
    perform journal.begin_intervention();
    for expired in
        select e.source_id, e.numbers as until
        from journal.expiry(pseudonymise.at) as e
        where e.numbers is not null
        order by e.source_id
    loop
        own_numbers := journal.own_numbers_of(expired.source_id);
        select min(c.started_at) into since
        from calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.until
            and journal.is_plain(c.customer, own_numbers);
        changed := case
            when since is null then journal.pseudonymise_rest(expired.source_id, expired.until, own_numbers)
            else journal.pseudonymise_calls(
                expired.source_id, since, least(expired.until, date_trunc('month', since) + interval '1 month'), own_numbers)
        end;
        if changed > 0 then
            insert into journal.disposal (source_id, kind, until, amount)
            values (expired.source_id, 'numbers pseudonymised',
                case when since is null then expired.until else least(expired.until, date_trunc('month', since) + interval '1 month') end,
                changed);
            return changed;
        end if;
    end loop;
    return 0;
end
$$;
comment on function journal.pseudonymise(timestamptz) is 'Puts pseudonyms in the place of customers'' numbers whose time is over at the instant given: of one source, and of its calls of one month. To be called again until it returns 0; returns how many calls, or notifications of no call, were changed. Figures stay what they are, because they know customers by the key that a pseudonym writes out.';

create function journal.customer_traces(asked_source integer, number text) returns table (kind text, trace jsonb)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select
        'notifications',
        to_jsonb(n) - '{source_id,ingest_xid}'::text[] || jsonb_build_object('digest', encode(n.digest, 'hex'))
    from journal.notification as n
    where n.source_id = asked_source
        and (n.caller in (number, journal.pseudonym(number))
            or n.receiver in (number, journal.pseudonym(number))
            or journal.mentions(n.fields::text, number)
            or n.pbx_id in (
                select c.pbx_id
                from calls.call as c
                where c.source_id = asked_source
                    and c.customer_key = journal.customer_key(number)))
    union all
    select
        'rejected_requests',
        to_jsonb(r) - '{source_id,body}'::text[] || jsonb_build_object('body', encode(r.body, 'escape'))
    from journal.rejected as r
    where r.source_id = asked_source
        and (journal.mentions(r.query, number) or journal.mentions(encode(r.body, 'escape'), number))
    union all
    select
        'calls',
        to_jsonb(c) - '{source_id,customer_key}'::text[]
    from calls.call as c
    where c.source_id = asked_source
        and c.customer_key = journal.customer_key(number)
    union all
    select
        'missed_calls',
        to_jsonb(m) - '{source_id,customer_key}'::text[]
    from calls.missed_call as m
    where m.source_id = asked_source
        and m.customer_key = journal.customer_key(number)
$$;
comment on function journal.customer_traces(integer, text) is 'Everything that the database keeps about a customer, under his number or its pseudonym: notifications, rejected_requests, calls, missed_calls; one row each.';

create function journal.erase_customer(asked_source integer, number text) returns table (kind text, amount bigint)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
declare
    key constant bigint := journal.customer_key(number);
    pseudonym constant text := journal.pseudonym(number);
    mark constant text := '~' || encode(substr(sha256(uuid_send(gen_random_uuid())), 1, 8), 'hex');
    his_calls constant text[] := array(
        select c.pbx_id from calls.call as c where c.source_id = asked_source and c.customer_key = key);
    erased bigint;
begin
    if number = any (journal.own_numbers_of(asked_source)) then
        raise exception 'customer could not be erased: the number has to be a customer''s, was a manager''s or a line''s'
            using errcode = 'invalid_parameter_value';
    end if;
    perform journal.begin_intervention();

    update journal.notification as n
    set caller = case when n.caller in (number, pseudonym) then mark else n.caller end,
        receiver = case when n.receiver in (number, pseudonym) then mark else n.receiver end,
        audio_path = case when n.pbx_id = any (his_calls) then null else journal.without_number(n.audio_path, number, mark) end,
        fields = case
            when n.pbx_id is null then jsonb_build_object('event', n.event)
            else journal.without_number(
                journal.without_number(
                    journal.without_party(
                        journal.without_party(
                            case when n.pbx_id = any (his_calls) then n.fields - 'audio_path' else n.fields end,
                            'caller', case when n.caller in (number, pseudonym) then number end, mark),
                        'receiver', case when n.receiver in (number, pseudonym) then number end, mark),
                    number, mark),
                pseudonym, mark)
        end
    where n.source_id = asked_source
        and (n.caller in (number, pseudonym)
            or n.receiver in (number, pseudonym)
            or n.pbx_id = any (his_calls)
            or journal.mentions(n.fields::text, number));
    get diagnostics erased = row_count;
    kind := 'notifications';
    amount := erased;
    return next;

    delete from journal.rejected as r
    where r.source_id = asked_source
        and (journal.mentions(r.query, number) or journal.mentions(encode(r.body, 'escape'), number));
    get diagnostics amount = row_count;
    kind := 'rejected_requests';
    return next;

    update calls.missed_call as m
    set customer = mark,
        customer_key = journal.customer_key(mark)
    where m.source_id = asked_source
        and m.customer_key = key;
    get diagnostics amount = row_count;
    kind := 'missed_calls';
    return next;

    update calls.call as c
    set customer = mark,
        customer_key = journal.customer_key(mark),
        recording_url = null,
        voicemail_url = null,
        tags = case when journal.mentions(c.tags::text, number) then array(
            select journal.without_number(t.tag, number, mark)
            from unnest(c.tags) with ordinality as t (tag, position)
            order by t.position) else c.tags end
    where c.source_id = asked_source
        and c.customer_key = key;
    get diagnostics amount = row_count;
    kind := 'calls';
    return next;

    -- Derived anew from what their notifications say now: his calls, and those of others that merely name him.
    insert into calls.stale_call (source_id, pbx_id)
    select c.source_id, c.pbx_id
    from calls.call as c
    where c.source_id = asked_source
        and (c.customer = mark
            or journal.mentions(c.recording_url, number) or journal.mentions(c.voicemail_url, number) or journal.mentions(c.tags::text, number))
    on conflict do nothing;

    insert into journal.disposal (source_id, kind, amount)
    values (asked_source, 'customer erased', erased);
end
$$;
comment on function journal.erase_customer(integer, text) is 'Puts a mark of chance in the place of a customer''s number, or of its pseudonym, wherever the database has it; drops the links to what was recorded of him, the content of messages, and rejected requests that name him. Figures stay what they are: the mark is one customer too. Returns how many rows of each kind.';

create function journal.expired(at timestamptz) returns table (source text, kind text, until timestamptz, amount bigint)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select
        s.name,
        x.kind,
        x.until,
        x.amount
    from journal.expiry(expired.at) as e
    join config.source as s using (source_id)
    left join config.retention as r using (source_id)
    cross join lateral (
        select 1 as position, 'notifications dropped' as kind, e.notifications as until, count(*) as amount
        from journal.notification as n
        where n.source_id = e.source_id
            and n.occurred_at < e.notifications
            and (n.occurred_at > '-infinity' or n.received_at < e.notifications)
        union all
        select 2, 'calls deleted', e.calls, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.calls
        union all
        select 3, 'recording links removed', e.recordings, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.recordings
            and (c.recording_url is not null or c.voicemail_url is not null)
        union all
        select 4, 'numbers pseudonymised', e.numbers, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.numbers
            and journal.is_plain(c.customer, journal.own_numbers_of(e.source_id))
    ) as x
    where x.until is not null
    order by s.source_id, x.position
$$;
comment on function journal.expired(timestamptz) is 'What a disposal at the instant would do: one row per source and kind that its retention limits, with how many notifications or calls (of numbers: calls) from before until are concerned.';
