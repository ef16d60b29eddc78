create or replace function journal.resolve_batch(writer uuid, batch bigint) returns boolean
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into journal.writer as known (writer, batch)
    values (resolve_batch.writer, -1)
    on conflict on constraint writer_pk do update set
        batch = case when known.batch >= resolve_batch.batch then known.batch else -1 end
    returning known.batch >= resolve_batch.batch
$$;
comment on function journal.resolve_batch(uuid, bigint) is
    'Whether a batch was stored whose writer did not get the answer. Waits for one in progress; a '
    'batch that was not stored never will be, because its writer is closed.';
