-- One core for all ways into the journal, and a way for lines of files that takes columns: PostgreSQL reads an array of each
-- column in a third of the time that it needs for the same rows as JSON.

create type journal.delivery as (
    source_id        integer,
    received_at      timestamptz,
    occurred_at      timestamptz,
    digest           bytea,
    event            text,
    pbx_id           text,
    caller           text,
    receiver         text,
    status           text,
    duration         numeric,
    audio_path       text,
    fields           jsonb,
    method           text,
    channel          text,
    parser_version   smallint,
    remarks          text[]
);
comment on type journal.delivery is 'A notification as one delivery brought it, before it is known whether it is there already: the columns of journal.notification that come from outside.';

create function journal.store(deliveries journal.delivery[])
    returns table (ordinal integer, stored boolean)
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with delivery as (
        select
            d.position::integer as position,
            d.source_id,
            d.received_at,
            d.occurred_at,
            d.digest,
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
            d.remarks
        from unnest(store.deliveries) with ordinality as d (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
            audio_path, fields, method, channel, parser_version, remarks, position)
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
    order by j.position
$$;
comment on function journal.store(journal.delivery[]) is 'Stores each delivery unless an equal notification of its source is there, and counts the others as repeated deliveries. Returns one row per delivery: its ordinal from 1, and whether it was stored. Only called by the functions that the roles may call.';

create or replace function journal.append(rows jsonb)
    returns table (ordinal integer, stored boolean)
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select a.ordinal, a.stored
    from journal.store(array(
        select row(
            coalesce(d.source_id, s.source_id),
            d.received_at,
            coalesce(d.occurred_at, '-infinity'),
            decode(d.digest, 'hex'),
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
            coalesce(d.remarks, '{}'))::journal.delivery
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
            audio_path, fields, method, channel, parser_version, remarks, position)
        left join config.source as s on s.name = d.source
        order by d.position)) as a
$$;

create function journal.append_lines(
    source text[],
    parser_version smallint,
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
    remarks text[])
    returns table (ordinal integer, stored boolean)
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select a.ordinal, a.stored
    from journal.store(array(
        select row(
            s.source_id,
            l.received_at,
            coalesce(l.occurred_at, '-infinity'),
            decode(l.digest, 'hex'),
            l.event,
            l.pbx_id,
            l.caller,
            l.receiver,
            l.status,
            l.duration,
            l.audio_path,
            l.fields,
            'FILE',
            'import',
            append_lines.parser_version,
            string_to_array(l.remarks, ','))::journal.delivery
        from unnest(
            append_lines.source,
            append_lines.received_at,
            append_lines.occurred_at,
            append_lines.digest,
            append_lines.event,
            append_lines.pbx_id,
            append_lines.caller,
            append_lines.receiver,
            append_lines.status,
            append_lines.duration,
            append_lines.audio_path,
            append_lines.fields,
            append_lines.remarks) with ordinality as l (
            source, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration, audio_path, fields,
            remarks, position)
        left join config.source as s on s.name = l.source
        order by l.position)) as a
$$;
comment on function journal.append_lines(text[], smallint, timestamptz[], timestamptz[], text[], text[], text[], text[], text[], text[], numeric[], text[], jsonb[], text[]) is 'Stores lines of files that were read by one version of the parser: like journal.append, with an array for each column, all of the same length; source by name, digest in hexadecimal, the remarks of a line joined by commas. Returns what journal.append returns.';
