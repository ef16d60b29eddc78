create or replace function journal.pseudonym(number text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select '~' || lpad(to_hex(journal.customer_key(number)), 16, '0')
$$;
comment on function journal.pseudonym(text) is
    'What stands in the place of a customer''s number when its time is over: ~ and 16 hexadecimal '
    'digits; a pseudonym stays as it is.';
