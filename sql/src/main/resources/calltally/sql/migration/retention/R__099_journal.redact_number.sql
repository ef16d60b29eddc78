create or replace function journal.redact_number(content jsonb, number text, mark text)
    returns jsonb
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not journal.contains_number(content::text, number) then
        return content;
    end if;
    return case jsonb_typeof(content)
        when 'object' then (
            select jsonb_object_agg(
                journal.redact_number(e.key, number, mark),
                journal.redact_number(e.value, number, mark))
            from jsonb_each(content) as e)
        when 'array' then (
            select jsonb_agg(journal.redact_number(e.value, number, mark) order by e.position)
            from jsonb_array_elements(content) with ordinality as e (value, position))
        when 'string' then to_jsonb(journal.redact_number(content #>> '{}', number, mark))
        else to_jsonb(mark)
    end;
end
$$;
comment on function journal.redact_number(jsonb, text, text) is
    'Fields as sent with a mark replacing a number, at any depth.';
