create or replace function journal.erasure_mark(stored text, number text, mark text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when journal.customer_key(stored) = journal.customer_key(number) then mark
        else '~' || encode(
            substr(sha256(convert_to(mark || journal.customer_key(stored)::text, 'UTF8')), 1, 8),
            'hex')
    end
    where stored is not null
$$;
comment on function journal.erasure_mark(text, text, text) is
    'What replaces a stored spelling of an erased number: the mark where it counted as the number '
    'itself, else a mark of its own, so that no figure changes.';
