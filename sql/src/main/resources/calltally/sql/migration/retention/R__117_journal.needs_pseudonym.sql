create or replace function journal.needs_pseudonym(number text, own_numbers text[]) returns boolean
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select number is not null
        and number !~ '^(~[0-9a-f]{16}|[0-9]{1,5})$'
        and number <> all (own_numbers)
$$;
comment on function journal.needs_pseudonym(text, text[]) is
    'Whether a party''s number is an outside number in plain text: no pseudonym, no extension, '
    'none of the company''s own numbers.';
