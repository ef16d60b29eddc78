create or replace function calls.same_call(asked_source integer, asked_id text)
    returns setof text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    with recursive member as (
        select asked_id as pbx_id
        union
        select other.pbx_id
        from member as m
        cross join lateral (
            select n.alias as pbx_id
            from journal.notification as n
            where n.source_id = asked_source
                and n.pbx_id = m.pbx_id
                and n.alias is not null
            union all
            select n.pbx_id
            from journal.notification as n
            where n.source_id = asked_source
                and n.alias = m.pbx_id
                and n.pbx_id is not null) as other
    )
    select m.pbx_id
    from member as m
    limit 100
$$;
comment on function calls.same_call(integer, text) is
    'All identifiers that the PBX uses for the call with this one, itself included: notifications '
    'say that two mean the same call. At most 100.';
