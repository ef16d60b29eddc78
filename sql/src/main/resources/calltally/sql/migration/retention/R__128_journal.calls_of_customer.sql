drop function if exists journal.calls_of_customer(integer, text[]);
create or replace function journal.calls_of_customer(
    asked_source integer,
    spellings text[],
    notifications text[])
    returns setof text
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
declare
    keys constant bigint[] := array(select journal.customer_key(s) from unnest(spellings) as s);
begin
    return query
    with own_call as (
        select c.pbx_id
        from calls.call as c
        where c.source_id = asked_source
            and c.customer_key = any (keys)
    )
    select c.pbx_id
    from own_call as c
    union
    -- Most calls have no other identifier, and to look for one takes long.
    select m.pbx_id
    from own_call as c
    cross join lateral calls.same_call(asked_source, c.pbx_id) as m (pbx_id)
    where exists (
            select from journal.notification as n
            where n.source_id = asked_source
                and n.pbx_id = c.pbx_id
                and n.alias is not null)
        or exists (
            select from journal.notification as n
            where n.source_id = asked_source
                and n.alias = c.pbx_id)
    union
    -- An earlier version may have read what was sent as another number.
    select c.pbx_id
    from unnest(notifications) as f (notification)
    join journal.notification as n
        on n.source_id = asked_source
            and n.occurred_at = left(f.notification, -65)::timestamptz
            and n.digest = decode(right(f.notification, 64), 'hex')
    join calls.call as c using (source_id, pbx_id)
    where (n.fields ->> 'caller' = any (spellings) and n.caller = c.customer)
        or (n.fields ->> 'receiver' = any (spellings) and n.receiver = c.customer);
end
$$;
comment on function journal.calls_of_customer(integer, text[], text[]) is
    'The calls of the customer whose number has these spellings: under each of them or its '
    'pseudonym, or sent with one of them in one of the notifications that contain the number.';
