create or replace function journal.last_batch(writer uuid) returns bigint
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(max(w.batch), 0)
    from journal.writer as w
    where w.writer = last_batch.writer
$$;
comment on function journal.last_batch(uuid) is
    'Number of the writer''s last stored batch; 0 before the first.';
