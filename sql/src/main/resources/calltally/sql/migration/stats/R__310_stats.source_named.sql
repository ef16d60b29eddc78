create or replace function stats.source_named(source text) returns integer
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    found_id integer;
begin
    select s.source_id into found_id
    from config.source as s
    where s.name = source_named.source;
    if found_id is null then
        raise exception 'cannot compute figures: the source must be configured (was %)',
            quote_nullable(source_named.source)
            using errcode = 'invalid_parameter_value';
    end if;
    return found_id;
end
$$;
comment on function stats.source_named(text) is
    'The source_id of the source with this name; an error when no source has it.';
