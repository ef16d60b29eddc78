-- Figures compare customers by this key, and a pseudonym is the key written out: figures of an old
-- call whose number is gone and of a new one of the same customer are what they would be with both
-- numbers known.
create or replace function journal.customer_key(number text) returns bigint
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when number ~ '^~[0-9a-f]{16}$' then ('x' || substr(number, 2))::bit(64)::bigint
        else ('x' || encode(
            substr(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(number, 'UTF8'))), 1, 8),
            'hex'))::bit(64)::bigint
    end
    from journal.pseudonym_key as k
    where number is not null
$$;
comment on function journal.customer_key(text) is
    'The key by which figures know a customer: the first 64 bits of the keyed hash of his number, '
    'which his pseudonym writes out. Null when withheld.';
