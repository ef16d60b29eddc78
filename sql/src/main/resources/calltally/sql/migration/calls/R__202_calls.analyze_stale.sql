create or replace procedure calls.analyze_stale()
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze calls.stale_call;
    analyze calls.stale_day;
end
$$;
comment on procedure calls.analyze_stale() is
    'Tells the planner how much a large refresh has marked, which autovacuum cannot see within '
    'its transaction.';
