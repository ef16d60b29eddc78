create or replace function journal.without_links(content jsonb) returns jsonb
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return case jsonb_typeof(content)
        when 'object' then coalesce((
            select jsonb_object_agg(e.key, journal.without_links(e.value))
            from jsonb_each(content) as e), content)
        when 'array' then coalesce((
            select jsonb_agg(journal.without_links(e.value) order by e.position)
            from jsonb_array_elements(content) with ordinality as e (value, position)), content)
        when 'string' then case
            when content #>> '{}' ~* '^\s*https?://' then 'null'::jsonb
            else content
        end
        else content
    end;
end
$$;
comment on function journal.without_links(jsonb) is
    'Fields as sent without links, at any depth: other exchanges have the link to a recording in '
    'fields of their own.';
