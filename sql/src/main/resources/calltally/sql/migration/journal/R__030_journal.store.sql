create or replace function journal.store(
    source_id integer[],
    source text[],
    received_at timestamptz[],
    occurred_at timestamptz[],
    digest text[],
    event text[],
    pbx_id text[],
    caller text[],
    receiver text[],
    status text[],
    duration numeric[],
    audio_path text[],
    fields jsonb[],
    method text[],
    channel text[],
    parser_version smallint[],
    remarks text[])
    returns table (ordinal integer, stored boolean)
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    -- The one plan expects few deliveries, and must be good for thousands.
    set enable_nestloop = off
as $$
#variable_conflict use_column
begin
    return query
    with delivery as (
        select
            d.position::integer as position,
            coalesce(d.source_id, s.source_id) as source_id,
            d.received_at,
            coalesce(d.occurred_at, '-infinity') as occurred_at,
            decode(d.digest, 'hex') as digest,
            d.event,
            d.pbx_id,
            d.caller,
            d.receiver,
            d.status,
            d.duration,
            d.audio_path,
            d.fields,
            d.method,
            d.channel,
            d.parser_version,
            coalesce(string_to_array(d.remarks, ','), '{}') as remarks
        from unnest(
            store.source_id,
            store.source,
            store.received_at,
            store.occurred_at,
            store.digest,
            store.event,
            store.pbx_id,
            store.caller,
            store.receiver,
            store.status,
            store.duration,
            store.audio_path,
            store.fields,
            store.method,
            store.channel,
            store.parser_version,
            store.remarks) with ordinality as d (
            source_id, source, received_at, occurred_at, digest, event, pbx_id, caller, receiver,
            status, duration, audio_path, fields, method, channel, parser_version, remarks,
            position)
        left join config.source as s on s.name = d.source
    ),
    inserted as (
        insert into journal.notification as n (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status,
            duration, audio_path, fields, method, channel, parser_version, remarks)
        select
            d.source_id, d.received_at, d.occurred_at, d.digest, d.event, d.pbx_id, d.caller,
            d.receiver, d.status, d.duration, d.audio_path, d.fields, d.method, d.channel,
            d.parser_version, d.remarks
        from delivery as d
        order by d.source_id, d.digest, d.position
        on conflict do nothing
        returning n.source_id, n.occurred_at, n.digest
    ),
    judged as (
        select
            d.position,
            d.source_id,
            d.occurred_at,
            d.received_at,
            i.digest is not null
                and row_number() over (
                    partition by d.source_id, d.occurred_at, d.digest order by d.position
                ) = 1 as stored
        from delivery as d
        left join inserted as i using (source_id, occurred_at, digest)
    ),
    counted as (
        insert into journal.duplicate as known (source_id, local_date, deliveries)
        select
            j.source_id,
            ((case when isfinite(j.occurred_at) then j.occurred_at else j.received_at end)
                at time zone s.zone)::date,
            count(*)
        from judged as j
        join config.source as s using (source_id)
        where not j.stored
        group by 1, 2
        order by 1, 2
        on conflict (source_id, local_date) do update
            set deliveries = known.deliveries + excluded.deliveries
    )
    select j.position, j.stored
    from judged as j
    order by j.position;
end
$$;
comment on function journal.store(
    integer[], text[], timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[],
    numeric[], text[], jsonb[], text[], text[], smallint[], text[]) is
    'Stores each delivery unless an equal notification of its source is there, and counts the '
    'others as repeated deliveries. An array for each column, all of the same length; the source '
    'by its name or source_id (the other array may be null), digest in hexadecimal, the remarks '
    'of a delivery joined by commas. Returns one row per delivery: its ordinal from 1, and '
    'whether it was stored. Planned once for a connection: the plan is the same for all. Only '
    'called by the functions that the roles may call.';
