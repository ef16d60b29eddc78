create or replace procedure calls.begin_derivation(
    source_ids integer[],
    pbx_ids text[],
    program_version text)
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with begun as (
        select b.source_id, b.pbx_id
        from unnest(source_ids, pbx_ids) as b (source_id, pbx_id)
    )
    insert into calls.failing_call as f (source_id, pbx_id, local_date, begun, version)
    select
        b.source_id,
        b.pbx_id,
        coalesce((n.first_at at time zone s.zone)::date, current_date) as local_date,
        1 as begun,
        program_version as version
    from begun as b
    join config.source as s using (source_id)
    left join lateral (
        select n.occurred_at as first_at
        from journal.notification as n
        where n.source_id = b.source_id
            and n.pbx_id = b.pbx_id
            and n.occurred_at > '-infinity'
            and n.occurred_at < 'infinity'
        order by n.occurred_at
        limit 1
    ) as n on true
    on conflict (source_id, pbx_id) do update
    set begun = case when f.version = excluded.version then f.begun + 1 else 1 end,
        local_date = excluded.local_date,
        version = excluded.version
$$;
comment on procedure calls.begin_derivation(integer[], text[], text) is
    'Counts that calls are about to be derived, call by call: source_ids[i] and pbx_ids[i]. '
    'Committed before the work, so that a call which ends the process counts too. Another version '
    'of the program counts from 1.';
