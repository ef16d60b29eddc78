-- Batches: what a writer hands over, each taken at most once, whatever becomes of its connection.

create table journal.writer (
    writer   uuid     not null,
    batch    bigint   not null,
    constraint writer_pk primary key (writer)
) with (fillfactor = 10);
comment on table journal.writer is 'One row per writer: whoever hands over an unbroken sequence of batches. A receiver begins a new one at its start and after every batch that failed; each file of its spool is one. No figure rests on it; a row is needed until the spool that refers to it is empty.';
comment on column journal.writer.writer is 'Drawn by the writer.';
comment on column journal.writer.batch is 'Number of its last batch that was taken; -1 when it was ended before it handed over any that was asked for.';

create function journal.append_batch(writer uuid, after bigint, batch bigint, deliveries jsonb, refusals jsonb)
    returns table (ordinal integer, stored boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    if append_batch.writer is not null then
        insert into journal.writer as known (writer, batch)
        values (append_batch.writer, append_batch.batch)
        on conflict on constraint writer_pk do update set batch = excluded.batch
        where known.batch = append_batch.after;
        if not found then
            raise exception 'batch could not be appended: it has to follow the last one of its writer, was %', append_batch.batch
                using errcode = 'CT001';
        end if;
    end if;

    if append_batch.refusals <> '[]' then
        if exists (
            select
            from jsonb_to_recordset(append_batch.refusals) as r (source text)
            where not exists (select from config.source as s where s.name = r.source)) then
            raise exception 'request could not be kept: its source has to be known' using errcode = 'foreign_key_violation';
        end if;
        perform journal.reject(s.source_id, r.received_at, r.reason, r.field, r.method, r.channel, r.content_type, r.query,
            decode(r.body, 'base64'), r.size)
        from jsonb_to_recordset(append_batch.refusals) as r (
            source text,
            received_at timestamptz,
            reason text,
            field text,
            method text,
            channel text,
            content_type text,
            query text,
            body text,
            size bigint)
        join config.source as s on s.name = r.source
        order by s.source_id, r.received_at;
    end if;

    return query
    select a.ordinal, a.stored
    from journal.append(append_batch.deliveries) as a;
end
$$;
comment on function journal.append_batch(uuid, bigint, bigint, jsonb, jsonb) is 'Stores deliveries as journal.append does, and keeps refusals (arrays of objects with the parameters of journal.reject; source by name, body in base64), all or nothing. With a writer only when the batch follows the writer''s last one (after): else error CT001, and nothing was done. Returns what journal.append returns.';

create function journal.settle(writer uuid, batch bigint) returns boolean
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
comment on function journal.settle(uuid, bigint) is 'Whether a batch was taken whose writer did not hear the answer. Waits for one under way; one that was not taken never will be: its writer is ended.';

create function journal.last_batch(writer uuid) returns bigint
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(max(w.batch), 0)
    from journal.writer as w
    where w.writer = last_batch.writer
$$;
comment on function journal.last_batch(uuid) is 'Number of the writer''s last batch that was taken; 0 before the first.';
