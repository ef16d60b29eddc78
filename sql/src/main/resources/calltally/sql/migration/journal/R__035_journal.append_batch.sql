create or replace function journal.append_batch(
    writer uuid,
    after bigint,
    batch bigint,
    deliveries jsonb,
    refusals jsonb)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if append_batch.writer is not null then
        perform journal.advance_writer(append_batch.writer, append_batch.after, append_batch.batch);
    end if;
    if append_batch.refusals <> '[]' then
        perform journal.store_rejected(append_batch.refusals);
    end if;
    return query
    select a.ordinal, a.stored
    from journal.append(append_batch.deliveries) as a;
end
$$;
comment on function journal.append_batch(uuid, bigint, bigint, jsonb, jsonb) is
    'Stores deliveries as journal.append does, and keeps refusals (arrays of objects with the '
    'parameters of journal.reject; source by name, body in base64), all or nothing. With a writer '
    'only when the batch follows the writer''s last one (after): else error CT001, and nothing '
    'was done. Returns what journal.append returns.';
