create or replace function journal.advance_writer(writer uuid, after bigint, batch bigint)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into journal.writer as known (writer, batch)
    values (advance_writer.writer, advance_writer.batch)
    on conflict on constraint writer_pk do update set batch = excluded.batch
    where known.batch = advance_writer.after;
    if not found then
        raise exception 'cannot append batch: it must follow the last one of its writer (was %)',
                advance_writer.batch
            using errcode = 'CT001';
    end if;
end
$$;
comment on function journal.advance_writer(uuid, bigint, bigint) is
    'Records a batch as its writer''s last one. It must follow the previous one (after), else '
    'error CT001. Called only by functions that the roles may execute.';
