create or replace function analytics.service_level(
    answered_in_time bigint,
    wait_answered_count bigint,
    wait_missed_count bigint,
    short_missed bigint)
    returns numeric
    language sql
    immutable
    parallel safe
return analytics.rate(answered_in_time, wait_answered_count + wait_missed_count - short_missed);
comment on function analytics.service_level(bigint, bigint, bigint, bigint) is
    'Answered in time / (answered + missed - short missed), all of them with a known wait, 0 to '
    '1; null for an empty denominator.';
