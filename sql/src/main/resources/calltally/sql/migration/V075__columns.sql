-- Columns for live batches too, and one statement, planned once for a connection, for all ways into the journal.

create function journal.follow(writer uuid, after bigint, batch bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into journal.writer as known (writer, batch)
    values (follow.writer, follow.batch)
    on conflict on constraint writer_pk do update set batch = excluded.batch
    where known.batch = follow.after;
    if not found then
        raise exception 'batch could not be appended: it has to follow the last one of its writer, was %', follow.batch
            using errcode = 'CT001';
    end if;
end
$$;
comment on function journal.follow(uuid, bigint, bigint) is 'Takes the ticket of a batch: the batch has to follow the last one of its writer (after), else error CT001. Only called by the functions that the roles may call.';

create function journal.keep(refusals jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select
        from jsonb_to_recordset(keep.refusals) as r (source text)
        where not exists (select from config.source as s where s.name = r.source)) then
        raise exception 'request could not be kept: its source has to be known' using errcode = 'foreign_key_violation';
    end if;
    perform journal.reject(s.source_id, r.received_at, r.reason, r.field, r.method, r.channel, r.content_type, r.query,
        decode(r.body, 'base64'), r.size)
    from jsonb_to_recordset(keep.refusals) as r (
        source text,
        received_at timestamptz,
        reason text,
        field text,
        method text,
        channel text,
        content_type text,
        query text,
        body text,
        size bigint)
    join config.source as s on s.name = r.source
    order by s.source_id, r.received_at;
end
$$;
comment on function journal.keep(jsonb) is 'Keeps requests that could not become notifications: an array of objects with the parameters of journal.reject; source by name, body in base64. Only called by the functions that the roles may call.';

create function journal.store(
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
    set enable_nestloop = off -- the one plan expects few deliveries, and has to be good for thousands
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
            source_id, source, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
            audio_path, fields, method, channel, parser_version, remarks, position)
        left join config.source as s on s.name = d.source
    ),
    inserted as (
        insert into journal.notification as n (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
            audio_path, fields, method, channel, parser_version, remarks)
        select
            d.source_id, d.received_at, d.occurred_at, d.digest, d.event, d.pbx_id, d.caller, d.receiver, d.status, d.duration,
            d.audio_path, d.fields, d.method, d.channel, d.parser_version, d.remarks
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
                and row_number() over (partition by d.source_id, d.occurred_at, d.digest order by d.position) = 1 as stored
        from delivery as d
        left join inserted as i using (source_id, occurred_at, digest)
    ),
    counted as (
        insert into journal.duplicate as known (source_id, local_date, deliveries)
        select
            j.source_id,
            ((case when isfinite(j.occurred_at) then j.occurred_at else j.received_at end) at time zone s.zone)::date,
            count(*)
        from judged as j
        join config.source as s using (source_id)
        where not j.stored
        group by 1, 2
        order by 1, 2
        on conflict (source_id, local_date) do update set deliveries = known.deliveries + excluded.deliveries
    )
    select j.position, j.stored
    from judged as j
    order by j.position;
end
$$;
comment on function journal.store(integer[], text[], timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[], numeric[], text[], jsonb[], text[], text[], smallint[], text[]) is 'Stores each delivery unless an equal notification of its source is there, and counts the others as repeated deliveries. An array for each column, all of the same length; the source by its name or source_id (the other array may be null), digest in hexadecimal, the remarks of a delivery joined by commas. Returns one row per delivery: its ordinal from 1, and whether it was stored. Planned once for a connection: the plan is the same for all. Only called by the functions that the roles may call.';

create or replace function journal.append(rows jsonb)
    returns table (ordinal integer, stored boolean)
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select a.ordinal, a.stored
    from (
        select
            array_agg(d.source_id order by d.position) as source_id,
            array_agg(d.source order by d.position) as source,
            array_agg(d.received_at order by d.position) as received_at,
            array_agg(d.occurred_at order by d.position) as occurred_at,
            array_agg(d.digest order by d.position) as digest,
            array_agg(d.event order by d.position) as event,
            array_agg(d.pbx_id order by d.position) as pbx_id,
            array_agg(d.caller order by d.position) as caller,
            array_agg(d.receiver order by d.position) as receiver,
            array_agg(d.status order by d.position) as status,
            array_agg(d.duration order by d.position) as duration,
            array_agg(d.audio_path order by d.position) as audio_path,
            array_agg(d.fields order by d.position) as fields,
            array_agg(d.method order by d.position) as method,
            array_agg(d.channel order by d.position) as channel,
            array_agg(d.parser_version order by d.position) as parser_version,
            array_agg(array_to_string(d.remarks, ',') order by d.position) as remarks
        from rows from (
            jsonb_to_recordset(append.rows) as (
                source_id integer,
                source text,
                received_at timestamptz,
                occurred_at timestamptz,
                digest text,
                event text,
                pbx_id text,
                caller text,
                receiver text,
                status text,
                duration numeric,
                audio_path text,
                fields jsonb,
                method text,
                channel text,
                parser_version smallint,
                remarks text[]
            )
        ) with ordinality as d (
            source_id, source, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
            audio_path, fields, method, channel, parser_version, remarks, position)) as c
    cross join lateral journal.store(
        c.source_id, c.source, c.received_at, c.occurred_at, c.digest, c.event, c.pbx_id, c.caller, c.receiver, c.status,
        c.duration, c.audio_path, c.fields, c.method, c.channel, c.parser_version, c.remarks) as a
$$;

create or replace function journal.append_batch(writer uuid, after bigint, batch bigint, deliveries jsonb, refusals jsonb)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if append_batch.writer is not null then
        perform journal.follow(append_batch.writer, append_batch.after, append_batch.batch);
    end if;
    if append_batch.refusals <> '[]' then
        perform journal.keep(append_batch.refusals);
    end if;
    return query
    select a.ordinal, a.stored
    from journal.append(append_batch.deliveries) as a;
end
$$;

create function journal.append_columns(
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
        perform journal.follow(append_columns.writer, append_columns.after, append_columns.batch);
    end if;
    if append_columns.refusals <> '[]' then
        perform journal.keep(append_columns.refusals);
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
comment on function journal.append_columns(uuid, bigint, bigint, text[], timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[], numeric[], text[], jsonb[], text[], text[], smallint[], text[], jsonb) is 'Like journal.append_batch, with an array for each column of the deliveries, all of the same length: what a receiver and an import hand over, which PostgreSQL reads faster than JSON. The source by its name, digest in hexadecimal, the remarks of a delivery joined by commas. Returns what journal.append returns.';

drop function journal.append_lines(text[], smallint, timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[], numeric[], text[], jsonb[], text[]);
drop function journal.store(journal.delivery[]);
drop type journal.delivery;
