create or replace function journal.position_in_file(source text, path text)
    returns table (first_line text, bytes bigint, lines bigint)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select f.first_line, f.bytes, f.lines
    from journal.followed_file as f
    join config.source as s using (source_id)
    where s.name = position_in_file.source
        and f.path = position_in_file.path
$$;
comment on function journal.position_in_file(text, text) is
    'How far a growing log has been read into a source; no row before the first time.';
