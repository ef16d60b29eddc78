create or replace function journal.count_duplicates(
    source text[],
    received_at timestamptz[],
    occurred_at timestamptz[],
    digest text[],
    first_id bigint)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    -- The generic plan is made for few notifications, and must also suit thousands.
    set enable_nestloop = off
as $$
#variable_conflict use_column
begin
    return query
    with delivery as (
        select
            d.position::integer as position,
            s.source_id,
            s.zone,
            d.received_at,
            coalesce(d.occurred_at, '-infinity') as occurred_at,
            decode(d.digest, 'hex') as digest
        from unnest(
            count_duplicates.source,
            count_duplicates.received_at,
            count_duplicates.occurred_at,
            count_duplicates.digest)
            with ordinality as d (source, received_at, occurred_at, digest, position)
        join config.source as s on s.name = d.source
    ),
    inserted as (
        select n.source_id, n.occurred_at, n.digest
        from journal.notification as n
        where n.ingest_xid = pg_current_xact_id()
            and n.id >= count_duplicates.first_id
    ),
    classified as (
        select
            d.position,
            d.source_id,
            ((case when isfinite(d.occurred_at) then d.occurred_at else d.received_at end)
                at time zone d.zone)::date as local_date,
            i.digest is not null
                and row_number() over (
                    partition by d.source_id, d.occurred_at, d.digest order by d.position
                ) = 1 as stored
        from delivery as d
        left join inserted as i using (source_id, occurred_at, digest)
    ),
    counted as (
        insert into journal.duplicate as known (source_id, local_date, deliveries)
        select c.source_id, c.local_date, count(*)
        from classified as c
        where not c.stored
        group by 1, 2
        order by 1, 2
        on conflict (source_id, local_date) do update
            set deliveries = known.deliveries + excluded.deliveries
    )
    select c.position, c.stored
    from classified as c
    order by c.position;
end
$$;
comment on function journal.count_duplicates(
    text[], timestamptz[], timestamptz[], text[], bigint) is
    'Counts the repeated deliveries of a batch from which the current transaction has just stored '
    'what was new; first_id is the least id of those, null when there were none. Returns one row '
    'per notification: its ordinal from 1, and whether it was stored; of equal ones the first was. '
    'Called only by functions that the roles may execute.';
