create or replace function journal.contains_digits(content text, digits text) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    -- In the text of jsonb, a tab or the end of a line is a backslash and a letter.
    select coalesce(
        strpos(
            translate(
                replace(
                    replace(replace(replace(content, '%20', ''), '\t', ''), '\n', ''),
                    '\r',
                    ''),
                E' \t\n\r()-./\u00a0\u2007\u2009\u202f\u2010\u2011', ''),
            digits) > 0
        or strpos(content, digits) > 0,
        false)
$$;
comment on function journal.contains_digits(text, text) is
    'Whether a text contains digits in this order, whatever punctuation separates them: a cheap '
    'search before texts are read as numbers.';
