create or replace function journal.customer_data(asked_source integer, number text)
    returns table (kind text, data jsonb)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select
        'notifications',
        to_jsonb(n) - '{source_id,ingest_xid}'::text[]
            || jsonb_build_object('digest', encode(n.digest, 'hex'))
    from journal.notification as n
    where n.source_id = asked_source
        and (n.caller in (number, journal.pseudonym(number))
            or n.receiver in (number, journal.pseudonym(number))
            or journal.contains_number(n.fields::text, number)
            or n.pbx_id in (
                select c.pbx_id
                from calls.call as c
                where c.source_id = asked_source
                    and c.customer_key = journal.customer_key(number)))
    union all
    select
        'rejected_requests',
        to_jsonb(r) - '{source_id,body}'::text[]
            || jsonb_build_object('body', encode(r.body, 'escape'))
    from journal.rejected as r
    where r.source_id = asked_source
        and (journal.contains_number(r.query, number)
            or journal.contains_number(encode(r.body, 'escape'), number))
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
comment on function journal.customer_data(integer, text) is
    'Everything that the database holds about a customer, under the number or its pseudonym: '
    'notifications, rejected_requests, calls, missed_calls; one row each.';
