create or replace function stats.require_grouping(per text, known text[]) returns void
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if per is null or per <> all (known) then
        raise exception 'cannot compute figures: per must be one of % (was %)',
            array_to_string(known, ', '), quote_nullable(per)
            using errcode = 'invalid_parameter_value';
    end if;
end
$$;
comment on function stats.require_grouping(text, text[]) is
    'Raises an error unless per is one of the known groupings.';
