create or replace function journal.replace_texts(content jsonb, texts jsonb) returns jsonb
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return case jsonb_typeof(content)
        when 'object' then coalesce((
            select jsonb_object_agg(
                coalesce(texts ->> e.key, e.key),
                journal.replace_texts(e.value, texts))
            from jsonb_each(content) as e), content)
        when 'array' then coalesce((
            select jsonb_agg(journal.replace_texts(e.value, texts) order by e.position)
            from jsonb_array_elements(content) with ordinality as e (value, position)), content)
        else coalesce(texts -> (content #>> '{}'), content)
    end;
end
$$;
comment on function journal.replace_texts(jsonb, jsonb) is
    'Fields as sent with some texts, keys and numbers replaced at any depth; the second argument '
    'has the new text of each.';
