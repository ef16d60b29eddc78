create or replace function analytics.manager_answer_rate(
    picked_up_calls bigint,
    answerable_calls bigint,
    untold bigint,
    attempts bigint)
    returns numeric
    language sql
    immutable
    parallel safe
return case
    when untold >= 3 and untold * 20 > attempts then null
    else round(picked_up_calls::numeric / nullif(answerable_calls, 0), 4)
end;
comment on function analytics.manager_answer_rate(bigint, bigint, bigint, bigint) is
    'Picked-up calls / answerable calls, 0 to 1; null for an empty denominator, and when at least '
    '3 and more than 5 % of the attempts are untold: then the exchange does not tell how rings '
    'end.';
