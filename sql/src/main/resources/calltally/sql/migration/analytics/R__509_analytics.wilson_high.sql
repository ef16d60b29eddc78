create or replace function analytics.wilson_high(part bigint, whole bigint) returns numeric
    language sql
    immutable
    parallel safe
return (
    part + 1.959964 ^ 2 / 2
    + 1.959964 * sqrt(part::numeric * (whole - part) / nullif(whole, 0) + 1.959964 ^ 2 / 4)
) / (whole + 1.959964 ^ 2);
comment on function analytics.wilson_high(bigint, bigint) is
    'Upper end of the 95 % Wilson interval of a rate, 0 to 1, unrounded; null when the whole is '
    'empty.';
