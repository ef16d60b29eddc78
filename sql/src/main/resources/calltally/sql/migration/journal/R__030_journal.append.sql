create or replace function journal.append(
    writer uuid,
    after bigint,
    batch bigint,
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
    remarks text[],
    exchange text[],
    zone text[],
    region text[],
    alias text[],
    rejected jsonb)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    -- The generic plan is made for few notifications, and must also suit thousands.
    set enable_nestloop = off
as $$
#variable_conflict use_column
begin
    if append.writer is not null then
        perform journal.advance_writer(append.writer, append.after, append.batch);
    end if;
    if append.rejected <> '[]' then
        perform journal.store_rejected(append.rejected);
    end if;
    if exists (
        select from unnest(append.remarks) as r (remarks)
        where r.remarks like '%time_of_receipt%') then
        append.occurred_at := journal.first_receipts(
            append.source, append.digest, append.occurred_at, append.remarks);
    end if;
    return query
    with delivery as (
        select
            d.position::integer as position,
            s.source_id,
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
            coalesce(string_to_array(d.remarks, ','), '{}') as remarks,
            coalesce(d.exchange, 'sipsim') as exchange,
            d.zone,
            d.region,
            d.alias
        from unnest(
            append.source,
            append.received_at,
            append.occurred_at,
            append.digest,
            append.event,
            append.pbx_id,
            append.caller,
            append.receiver,
            append.status,
            append.duration,
            append.audio_path,
            append.fields,
            append.method,
            append.channel,
            append.parser_version,
            append.remarks,
            append.exchange,
            append.zone,
            append.region,
            append.alias) with ordinality as d (
            source, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status,
            duration, audio_path, fields, method, channel, parser_version, remarks, exchange,
            zone, region, alias, position)
        left join config.source as s on s.name = d.source
    ),
    inserted as (
        insert into journal.notification as n (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status,
            duration, audio_path, fields, method, channel, parser_version, remarks, exchange, zone,
            region, alias)
        select
            d.source_id, d.received_at, d.occurred_at, d.digest, d.event, d.pbx_id, d.caller,
            d.receiver, d.status, d.duration, d.audio_path, d.fields, d.method, d.channel,
            d.parser_version, d.remarks, d.exchange, d.zone, d.region, d.alias
        from delivery as d
        order by d.source_id, d.digest, d.position
        on conflict do nothing
        returning n.source_id, n.occurred_at, n.digest
    ),
    classified as (
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
        from classified as j
        join config.source as s using (source_id)
        where not j.stored
        group by 1, 2
        order by 1, 2
        on conflict (source_id, local_date) do update
            set deliveries = known.deliveries + excluded.deliveries
    )
    select j.position, j.stored
    from classified as j
    order by j.position;
end
$$;
comment on function journal.append(
    uuid, bigint, bigint, text[], timestamptz[], timestamptz[], text[], text[], text[], text[],
    text[], text[], numeric[], text[], jsonb[], text[], text[], smallint[], text[], text[], text[],
    text[], text[], jsonb) is
    'The only way into the journal. Stores each notification unless its source already has an '
    'equal one, and counts the others as repeated deliveries; stores rejected requests in the '
    'form that journal.store_rejected takes; all or nothing. An array for each column, all of the '
    'same length: the source by its name, digest in hexadecimal, occurred_at null for events '
    'without a time, the remarks of a notification joined by commas. One with the remark '
    'time_of_receipt is a duplicate if its digest was received within 7 days. With a writer, the '
    'batch '
    'must follow the writer''s last one (after), else error CT001 and no change. Returns one row '
    'per notification: its ordinal from 1, and whether it was stored; false for a duplicate. '
    'Planned once per connection, with one generic plan.';
