create or replace function journal.number_pattern(number text) returns text
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    between_digits constant text := '([[:space:]().\-/\u00a0\u2007\u202f\u2010\u2011]|%20){0,3}';
    nine_digits constant text := journal.last_nine_digits(number);
begin
    return case
        when number !~ '^[0-9]{1,5}$'
            then '(?<![[:alnum:]])' || regexp_replace(number, '([^[:alnum:]])', '\\\1', 'g')
                || '(?![[:alnum:]])'
    end || coalesce(
        '|\+?([0-9 ().\u00a0\u202f-]|%20){0,8}'
            || array_to_string(regexp_split_to_array(nine_digits, ''), between_digits)
            || '(?![0-9])',
        '');
end
$$;
comment on function journal.number_pattern(text) is
    'The regular expression that finds a number in text: as a whole word or, from seven digits on, '
    'by its last nine digits in whatever notation. Null for an extension, which identifies no '
    'customer.';
