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
    -- The generic plans are made for few notifications, and must also suit thousands.
    set enable_nestloop = off
as $$
#variable_conflict use_column
declare
    inserted bigint;
    first_id bigint;
begin
    if append.writer is not null then
        perform journal.advance_writer(append.writer, append.after, append.batch);
    end if;
    if append.rejected <> '[]' then
        perform journal.store_rejected(append.rejected);
    end if;
    if array_to_string(append.remarks, ',') like '%time_of_receipt%' then
        append.occurred_at := journal.first_receipts(
            append.source, append.digest, append.occurred_at, append.remarks);
    end if;

    -- Elements by their numbers: unnest would copy each of them several times.
    with stored as (
        insert into journal.notification as n (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status,
            duration, audio_path, fields, method, channel, parser_version, remarks, exchange, zone,
            region, alias)
        select
            s.source_id,
            append.received_at[d.position],
            coalesce(append.occurred_at[d.position], '-infinity'),
            decode(append.digest[d.position], 'hex') as digest,
            append.event[d.position],
            append.pbx_id[d.position],
            append.caller[d.position],
            append.receiver[d.position],
            append.status[d.position],
            append.duration[d.position],
            append.audio_path[d.position],
            append.fields[d.position],
            append.method[d.position],
            append.channel[d.position],
            append.parser_version[d.position],
            coalesce(string_to_array(append.remarks[d.position], ','), '{}'),
            coalesce(append.exchange[d.position], 'sipsim'),
            append.zone[d.position],
            append.region[d.position],
            append.alias[d.position]
        from generate_series(1, cardinality(append.source)) as d (position)
        left join config.source as s on s.name = append.source[d.position]
        order by s.source_id, digest, d.position
        on conflict do nothing
        returning n.id
    )
    select count(*), min(s.id)
    into inserted, first_id
    from stored as s;

    if inserted = cardinality(append.source) then
        return query
        select d.position, true
        from generate_series(1, cardinality(append.source)) as d (position);
    else
        return query
        select d.ordinal, d.stored
        from journal.count_duplicates(
            append.source, append.received_at, append.occurred_at, append.digest, first_id) as d;
    end if;
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
