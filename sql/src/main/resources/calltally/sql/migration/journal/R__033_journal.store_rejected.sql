create or replace function journal.store_rejected(requests jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select
        from jsonb_to_recordset(store_rejected.requests) as r (source text)
        where not exists (select from config.source as s where s.name = r.source)) then
        raise exception 'cannot keep request: its source must be known'
            using errcode = 'foreign_key_violation';
    end if;
    perform journal.reject(
        s.source_id, r.received_at, r.reason, r.field, r.method, r.channel, r.content_type, r.query,
        decode(r.body, 'base64'), r.size, r.path)
    from jsonb_to_recordset(store_rejected.requests) as r (
        source text,
        received_at timestamptz,
        reason text,
        field text,
        method text,
        channel text,
        content_type text,
        query text,
        body text,
        size bigint,
        path text)
    join config.source as s on s.name = r.source
    order by s.source_id, r.received_at;
end
$$;
comment on function journal.store_rejected(jsonb) is
    'Stores requests that could not become notifications: an array of objects with the parameters '
    'of journal.reject; source by name, body in base64. Called only by functions that the roles '
    'may execute.';
