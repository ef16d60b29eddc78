create or replace function journal.calls_of_customer(asked_source integer, spellings text[])
    returns setof text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set jit = off
as $$
    with own_call as (
        select c.pbx_id
        from calls.call as c
        where c.source_id = asked_source
            and c.customer_key in (select journal.customer_key(s) from unnest(spellings) as s)
    )
    select c.pbx_id
    from own_call as c
    union
    select a.pbx_id
    from own_call as c
    join calls.alias as a on a.source_id = asked_source and a.call_id = c.pbx_id
    union
    -- An earlier version may have read what was sent as another number.
    select c.pbx_id
    from journal.notification as n
    join calls.call as c using (source_id, pbx_id)
    where n.source_id = asked_source
        and ((n.fields ->> 'caller' = any (spellings) and n.caller = c.customer)
            or (n.fields ->> 'receiver' = any (spellings) and n.receiver = c.customer))
$$;
comment on function journal.calls_of_customer(integer, text[]) is
    'The calls of the customer whose number has these spellings: under each of them or its '
    'pseudonym, or sent with one of them.';
