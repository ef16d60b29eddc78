create or replace function analytics.rate(part bigint, whole bigint) returns numeric
    language sql
    immutable
    parallel safe
return round(part::numeric / nullif(whole, 0), 4);
comment on function analytics.rate(bigint, bigint) is
    'A share of a whole, from 0 to 1 with four digits; null when the whole is empty.';
