drop function if exists journal.customer_data(integer, text);
drop function if exists journal.customer_data(integer, text[], text, jsonb, bigint[]);
create or replace function journal.customer_data(
    asked_source integer,
    spellings text[],
    notifications text[],
    rejected bigint[])
    returns table (kind text, data jsonb)
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    pseudonyms constant text[] := array(select journal.pseudonym(s) from unnest(spellings) as s);
    calls_of_customer constant text[] := array(
        select journal.calls_of_customer(asked_source, spellings, notifications));
begin
    return query
    select
        'notifications',
        to_jsonb(n) - '{source_id,ingest_xid}'::text[]
            || jsonb_build_object('digest', encode(n.digest, 'hex'))
    from journal.notifications_of_customer(
        asked_source, pseudonyms, notifications, calls_of_customer) as f
    join journal.notification as n
        on n.source_id = asked_source
            and n.occurred_at = f.occurred_at
            and n.digest = f.digest
    union all
    select
        'rejected_requests',
        to_jsonb(r) - '{source_id,body}'::text[]
            || jsonb_build_object('body', encode(r.body, 'escape'))
    from journal.rejected as r
    where r.source_id = asked_source
        and r.id = any (rejected)
    union all
    select
        'calls',
        to_jsonb(c) - '{source_id,customer_key}'::text[]
    from calls.call as c
    where c.source_id = asked_source
        and c.pbx_id = any (calls_of_customer)
    union all
    select
        'missed_calls',
        to_jsonb(m) - '{source_id,customer_key}'::text[]
    from calls.missed_call as m
    where m.source_id = asked_source
        and m.pbx_id = any (calls_of_customer)
    union all
    select
        'page_access',
        to_jsonb(a) - '{source_id,customer_key}'::text[]
    from web.access as a
    where a.source_id = asked_source
        and a.customer_key in (select journal.customer_key(n) from unnest(spellings) as n)
    union all
    select
        'waiting_callers',
        to_jsonb(w) - '{source_id,customer_key}'::text[]
            || jsonb_build_object('notified', (
                select coalesce(
                    jsonb_agg(
                        jsonb_build_object(
                            'kind', n.kind, 'channel', n.channel, 'notified_at', m.notified_at)
                        order by n.recorded_at, n.channel),
                    '[]')
                from ledger.caller_notice as n
                left join ledger.caller_message as m using (message_id)
                where n.source_id = w.source_id
                    and n.caller_id = w.caller_id),
                'tasks', (
                select coalesce(
                    jsonb_agg(
                        jsonb_build_object(
                            'receiver', t.receiver, 'state', t.state, 'task', t.task)
                        order by t.receiver),
                    '[]')
                from ledger.caller_task as t
                where t.source_id = w.source_id
                    and t.caller_id = w.caller_id))
    from ledger.waiting_caller as w
    where w.source_id = asked_source
        and w.customer_key in (select journal.customer_key(n) from unnest(spellings) as n);
end
$$;
comment on function journal.customer_data(integer, text[], text[], bigint[]) is
    'Everything that the database holds about a customer, under a spelling of the number or its '
    'pseudonym: notifications, rejected_requests, calls, missed_calls, page_access, '
    'waiting_callers (with who was notified, and tasks in CRMs); one row each. '
    'The notifications that contain the number, and the rejected requests, were found by '
    'reading them.';
