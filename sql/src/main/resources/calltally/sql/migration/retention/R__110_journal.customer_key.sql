-- Figures compare customers by this key, and a pseudonym is the key spelled out: so figures over a
-- customer's old calls, whose number is gone, and new ones are what they would be with all numbers
-- known.
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
    'The key that identifies a customer in figures: the first 64 bits of the keyed hash of the '
    'number, which the pseudonym spells out. Null when withheld.';
