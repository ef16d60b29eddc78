create or replace function stats.plan_few_days_once(from_date date, until_date date) returns void
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if until_date - from_date <= 7 then
        perform set_config('plan_cache_mode', 'force_generic_plan', true);
    end if;
end
$$;
comment on function stats.plan_few_days_once(date, date) is
    'Lets the calling function keep its plans for the session when it is asked for a week or less. '
    'Planning them takes as long as the answer about a day. The caller must have a set clause for '
    'plan_cache_mode: it ends what this sets.';
