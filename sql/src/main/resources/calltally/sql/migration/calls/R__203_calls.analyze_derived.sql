create or replace procedure calls.analyze_derived()
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze calls.call;
    analyze calls.attempt;
    analyze calls.stale_customer;
    analyze calls.stale_day;
end
$$;
comment on procedure calls.analyze_derived() is
    'Updates the planner''s statistics after a large refresh has derived rows: autovacuum cannot '
    'see them within its transaction.';
