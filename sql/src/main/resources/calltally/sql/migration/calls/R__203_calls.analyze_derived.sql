create or replace procedure calls.analyze_derived()
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    -- Longer than autovacuum takes to give way; another slice's large refresh lasts minutes.
    set lock_timeout = '2s'
as $$
begin
    analyze calls.call;
    analyze calls.attempt;
    analyze calls.stale_customer;
    analyze calls.stale_day;
exception
    when lock_not_available then null;
end
$$;
comment on procedure calls.analyze_derived() is
    'Updates the planner''s statistics after a large refresh has derived rows: autovacuum cannot '
    'see them within its transaction. Waits for no other slice that does the same.';
