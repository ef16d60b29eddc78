create or replace function journal.redact_number(content text, number text, mark text) returns text
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when journal.contains_number(content, number)
            then regexp_replace(content, journal.number_pattern(number), mark, 'g')
        else content
    end
$$;
comment on function journal.redact_number(text, text, text) is
    'The text with a mark replacing a number, in whatever notation.';
