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
    'Updates the planner''s statistics after a large refresh has marked rows: autovacuum cannot '
    'see them within its transaction.';
