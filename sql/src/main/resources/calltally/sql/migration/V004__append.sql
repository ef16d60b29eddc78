-- The one way into the journal, and what is kept beside it.

create table journal.duplicate (
    source_id    integer   not null,
    local_date   date      not null,
    deliveries   bigint    not null,
    constraint duplicate_pk primary key (source_id, local_date),
    constraint duplicate_deliveries_are_positive check (deliveries > 0)
);
comment on table journal.duplicate is 'One row per source and local date: how many deliveries repeated a notification that was there.';
comment on column journal.duplicate.source_id is 'The source.';
comment on column journal.duplicate.local_date is 'Local date of the notification''s occurred_at in the source''s zone; of its arrival for events without a time.';
comment on column journal.duplicate.deliveries is 'Repeated deliveries.';

create table journal.rejected (
    source_id      integer       not null,
    id             bigint        generated always as identity,
    received_at    timestamptz   not null,
    reason         text          not null,
    field          text,
    method         text          not null,
    channel        text          not null,
    content_type   text,
    query          text,
    body           bytea,
    size           bigint        not null,
    constraint rejected_pk primary key (source_id, id),
    constraint rejected_content_is_bounded check (octet_length(body) + octet_length(query) <= 65536)
);
comment on table journal.rejected is 'One row per authenticated request that could not become a notification, with its raw content, so that it can be replayed after a fix. At most 10,000 requests or 64 MiB per source and day; more are only counted, in journal.rejected_day.';
comment on column journal.rejected.source_id is 'The source.';
comment on column journal.rejected.id is 'Order of arrival.';
comment on column journal.rejected.received_at is 'Our clock when the request arrived.';
comment on column journal.rejected.reason is 'The rule that was broken, in words.';
comment on column journal.rejected.field is 'The field that broke it; null when the whole request is unreadable.';
comment on column journal.rejected.method is 'GET or POST; FILE for imports.';
comment on column journal.rejected.channel is 'http or import.';
comment on column journal.rejected.content_type is 'Content type of the body as sent; null when absent.';
comment on column journal.rejected.query is 'Raw query string; null when absent.';
comment on column journal.rejected.body is 'Raw body, its first 64 KiB; null when absent.';
comment on column journal.rejected.size is 'Length of query and body as sent, in bytes, before anything was cut.';

create table journal.rejected_day (
    source_id    integer   not null,
    local_date   date      not null,
    requests     bigint    not null,
    kept         bigint    not null,
    kept_bytes   bigint    not null,
    constraint rejected_day_pk primary key (source_id, local_date),
    constraint rejected_day_keeps_what_came check (kept <= requests)
);
comment on table journal.rejected_day is 'One row per source and local date of arrival: how many requests were rejected, and how many of them are kept.';
comment on column journal.rejected_day.source_id is 'The source.';
comment on column journal.rejected_day.local_date is 'Local date of arrival in the source''s zone.';
comment on column journal.rejected_day.requests is 'Rejected requests.';
comment on column journal.rejected_day.kept is 'Those kept in journal.rejected.';
comment on column journal.rejected_day.kept_bytes is 'Bytes of content kept.';

create function journal.append(rows jsonb)
    returns table (ordinal integer, stored boolean)
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
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
            coalesce(d.remarks, '{}') as remarks
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
comment on function journal.append(jsonb) is 'Stores notifications: an array of objects with the columns of journal.notification but id and ingest_xid; the source by its name (source) or source_id; digest in hexadecimal, occurred_at absent for events without a time. Returns one row per element, in order from 1: stored, or false when the notification was there already (then counted as a duplicate).';

create function journal.reject(
    source_id integer,
    received_at timestamptz,
    reason text,
    field text,
    method text,
    channel text,
    content_type text,
    query text,
    body bytea,
    size bigint)
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    day_limit constant bigint := 10000;
    byte_limit constant bigint := 64 * 1024 * 1024;
    content_limit constant integer := 64 * 1024;
    kept_query constant text := left(reject.query, 8192);
    kept_body constant bytea := substring(reject.body from 1 for content_limit - coalesce(octet_length(kept_query), 0));
    kept_size constant bigint := coalesce(octet_length(kept_query), 0) + coalesce(octet_length(kept_body), 0);
    day date;
    keep boolean;
begin
    select (reject.received_at at time zone s.zone)::date into strict day
    from config.source as s
    where s.source_id = reject.source_id;

    insert into journal.rejected_day as d (source_id, local_date, requests, kept, kept_bytes)
    values (reject.source_id, day, 1, 1, kept_size)
    on conflict on constraint rejected_day_pk do update set
        requests = d.requests + 1,
        kept = d.kept + (d.kept < day_limit and d.kept_bytes + kept_size <= byte_limit)::integer,
        kept_bytes = d.kept_bytes
            + case when d.kept < day_limit and d.kept_bytes + kept_size <= byte_limit then kept_size else 0 end
    returning d.requests = d.kept into keep;

    if keep then
        insert into journal.rejected (source_id, received_at, reason, field, method, channel, content_type, query, body, size)
        values (reject.source_id, reject.received_at, reject.reason, reject.field, reject.method, reject.channel,
                reject.content_type, kept_query, kept_body, reject.size);
    end if;
    return keep;
end
$$;
comment on function journal.reject(integer, timestamptz, text, text, text, text, text, text, bytea, bigint) is 'Keeps a request that could not become a notification; beyond 10,000 requests or 64 MiB per source and local date only counts it. True when its content was kept.';
