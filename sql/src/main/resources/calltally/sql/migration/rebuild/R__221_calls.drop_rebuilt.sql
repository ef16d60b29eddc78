create or replace function calls.drop_rebuilt() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set client_min_messages = 'warning'
as $$
begin
    drop schema if exists calls_rebuilt, stats_rebuilt cascade;
end
$$;
comment on function calls.drop_rebuilt() is 'Removes the leftovers of an interrupted rebuild.';
