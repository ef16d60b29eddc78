create or replace function journal.last_nine_digits(number text) returns text
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case when length(d.digits) >= 7 then right(d.digits, 9) end
    from (select regexp_replace(number, '[^0-9]', '', 'g') as digits) as d
    where number !~ '^~'
$$;
comment on function journal.last_nine_digits(text) is
    'The last nine digits of a number, which all ways to write it have in common; null for '
    'numbers too short to be distinctive, and for a pseudonym.';
