create or replace function calls.first_id(asked_source integer, asked_id text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select m.pbx_id
    from calls.same_call(asked_source, asked_id) as m (pbx_id)
    left join lateral (
        select n.occurred_at
        from journal.notification as n
        where n.source_id = asked_source
            and n.pbx_id = m.pbx_id
            and n.occurred_at > '-infinity'
        order by n.occurred_at
        limit 1) as n on true
    order by n.occurred_at nulls last, m.pbx_id
    limit 1
$$;
comment on function calls.first_id(integer, text) is
    'The identifier under which a call is derived: of all that mean the same call, the one with '
    'the earliest notification.';
