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
    'Whether a batch was taken whose writer did not hear the answer. Waits for one under way; one '
    'that was not taken never will be: its writer is ended.';
