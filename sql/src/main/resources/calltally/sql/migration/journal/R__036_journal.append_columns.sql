create or replace function journal.append_columns(
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
    refusals jsonb)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
begin
    if append_columns.writer is not null then
        perform journal.advance_writer(
            append_columns.writer, append_columns.after, append_columns.batch);
    end if;
    if append_columns.refusals <> '[]' then
        perform journal.store_rejected(append_columns.refusals);
    end if;
    return query
    select a.ordinal, a.stored
    from journal.store(
        null,
        append_columns.source,
        append_columns.received_at,
        append_columns.occurred_at,
        append_columns.digest,
        append_columns.event,
        append_columns.pbx_id,
        append_columns.caller,
        append_columns.receiver,
        append_columns.status,
        append_columns.duration,
        append_columns.audio_path,
        append_columns.fields,
        append_columns.method,
        append_columns.channel,
        append_columns.parser_version,
        append_columns.remarks) as a;
end
$$;
comment on function journal.append_columns(
    uuid, bigint, bigint, text[], timestamptz[], timestamptz[], text[], text[], text[], text[],
    text[], text[], numeric[], text[], jsonb[], text[], text[], smallint[], text[], jsonb) is
    'Like journal.append_batch, with an array for each column of the deliveries, all of the same '
    'length: what a receiver and an import hand over, which PostgreSQL reads faster than JSON. '
    'The source by its name, digest in hexadecimal, the remarks of a delivery joined by commas. '
    'Returns what journal.append returns.';
