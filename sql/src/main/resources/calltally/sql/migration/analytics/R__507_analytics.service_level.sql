create or replace function analytics.service_level(
    answered_in_time bigint,
    answered bigint,
    missed bigint,
    short_missed bigint)
    returns numeric
    language sql
    immutable
    parallel safe
return analytics.rate(answered_in_time, answered + missed - short_missed);
comment on function analytics.service_level(bigint, bigint, bigint, bigint) is
    'Answered in time / (answered + missed - short missed), 0 to 1; null for an empty denominator.';
