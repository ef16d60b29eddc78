drop function if exists journal.contains_digits(text, text);
create or replace function journal.digits_pattern(digits text) returns text
    language sql
    immutable
    parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    -- All of ASCII that is no punctuation of numbers ends one. In the text of jsonb, a tab or the
    -- end of a line is a backslash and a letter.
    select case
        when digits ~ '^[0-9]+$'
            then array_to_string(
                regexp_split_to_array(digits, ''), '([^!-''*-,0-9:-~]|%20|\\[tnrf])*')
        else '***=' || digits
    end
$$;
comment on function journal.digits_pattern(text) is
    'The regular expression that finds digits in this order, whatever punctuation separates them: '
    'a cheap search before texts are read as numbers.';
