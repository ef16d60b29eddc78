create or replace function journal.advance_in_file(
    source text,
    path text,
    first_line text,
    bytes bigint,
    lines bigint)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into journal.followed_file as f (source_id, path, first_line, bytes, lines)
    select
        s.source_id,
        advance_in_file.path,
        advance_in_file.first_line,
        advance_in_file.bytes,
        advance_in_file.lines
    from config.source as s
    where s.name = advance_in_file.source
    on conflict on constraint followed_file_pk do update set
        first_line = excluded.first_line,
        bytes = excluded.bytes,
        lines = excluded.lines
$$;
comment on function journal.advance_in_file(text, text, text, bigint, bigint) is
    'Records how far a growing log has been read into a source.';
