create or replace function journal.number_key(digits text) returns integer
    language sql
    immutable
    parallel safe
return case
    when digits ~ '^[0-9]{6}$' then digits::integer % 65536
    when digits ~ '^~[0-9a-f]{16}$' then ('x' || substr(digits, 2, 4))::bit(16)::integer
end;
comment on function journal.number_key(text) is
    'The key under which the months'' indexes have a number, by its last six digits, or a '
    'pseudonym; null for what they do not have. Many numbers share a key.';
