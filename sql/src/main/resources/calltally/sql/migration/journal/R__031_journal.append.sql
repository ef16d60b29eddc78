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
            source_id, source, received_at, occurred_at, digest, event, pbx_id, caller, receiver,
            status, duration, audio_path, fields, method, channel, parser_version, remarks,
            position)) as c
    cross join lateral journal.store(
        c.source_id, c.source, c.received_at, c.occurred_at, c.digest, c.event, c.pbx_id, c.caller,
        c.receiver, c.status, c.duration, c.audio_path, c.fields, c.method, c.channel,
        c.parser_version, c.remarks) as a
$$;
comment on function journal.append(jsonb) is
    'Stores notifications: an array of objects with the columns of journal.notification but id '
    'and ingest_xid; the source by its name (source) or source_id; digest in hexadecimal, '
    'occurred_at absent for events without a time. Returns one row per element, in order from 1: '
    'stored, or false when the notification was there already (then counted as a duplicate).';
