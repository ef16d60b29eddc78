create or replace function journal.contains_number(content text, number text) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    -- The cheap search first: a regular expression takes longer.
    select coalesce(
        case
            when strpos(content, number) > 0
                or strpos(
                    translate(
                        replace(content, '%20', ''),
                        E' \t\n\r()-./\u00a0\u2007\u202f\u2010\u2011', ''),
                    journal.last_nine_digits(number)) > 0
                then content ~ journal.number_pattern(number)
        end,
        false)
$$;
comment on function journal.contains_number(text, text) is
    'Whether a text contains a number, in whatever notation.';
