create or replace function journal.reject(
    source_id integer,
    received_at timestamptz,
    reason text,
    field text,
    method text,
    channel text,
    content_type text,
    query text,
    body bytea,
    size bigint,
    path text default null)
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
    kept_body constant bytea :=
        substring(reject.body from 1 for content_limit - coalesce(octet_length(kept_query), 0));
    kept_size constant bigint :=
        coalesce(octet_length(kept_query), 0) + coalesce(octet_length(kept_body), 0);
    day date;
    keep boolean;
begin
    select (reject.received_at at time zone s.zone)::date into strict day
    from config.source as s
    where s.source_id = reject.source_id;

    select d.kept < day_limit and d.kept_bytes + kept_size <= byte_limit into keep
    from journal.rejected_day as d
    where d.source_id = reject.source_id
        and d.local_date = day
    for update;
    keep := coalesce(keep, true);

    insert into journal.rejected_day as d (source_id, local_date, requests, kept, kept_bytes)
    values (
        reject.source_id, day, 1, keep::integer, case when keep then kept_size else 0 end)
    on conflict on constraint rejected_day_pk do update set
        requests = d.requests + 1,
        kept = d.kept + excluded.kept,
        kept_bytes = d.kept_bytes + excluded.kept_bytes;

    if keep then
        insert into journal.rejected (
            source_id, received_at, reason, field, method, channel, content_type, path, query, body,
            size)
        values (
            reject.source_id, reject.received_at, reject.reason, reject.field, reject.method,
            reject.channel, reject.content_type, reject.path, kept_query, kept_body, reject.size);
    end if;
    return keep;
end
$$;
comment on function journal.reject(
    integer, timestamptz, text, text, text, text, text, text, bytea, bigint, text) is
    'Stores a request that could not become a notification; beyond 10,000 requests or 64 MiB per '
    'source and local date only counts it. True when its content was stored.';
