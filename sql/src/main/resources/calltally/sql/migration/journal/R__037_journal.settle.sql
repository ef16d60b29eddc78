create or replace function journal.settle(writer uuid, batch bigint) returns boolean
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into journal.writer as known (writer, batch)
    values (settle.writer, -1)
    on conflict on constraint writer_pk do update set
        batch = case when known.batch >= settle.batch then known.batch else -1 end
    returning known.batch >= settle.batch
$$;
comment on function journal.settle(uuid, bigint) is
    'Whether a batch was taken whose writer did not hear the answer. Waits for one under way; one '
    'that was not taken never will be: its writer is ended.';
