create or replace function journal.pseudonym(number text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select '~' || lpad(to_hex(journal.customer_key(number)), 16, '0')
$$;
comment on function journal.pseudonym(text) is
    'What replaces a customer''s number once it has expired: ~ and 16 hexadecimal digits; a '
    'pseudonym stays as it is.';
