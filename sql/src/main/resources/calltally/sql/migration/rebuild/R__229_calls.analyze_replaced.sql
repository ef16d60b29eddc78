create or replace function calls.analyze_replaced() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze
        calls.call, calls.attempt, calls.engagement, calls.missed_call,
        stats.hourly_line, stats.daily_manager, stats.daily_quality;
end
$$;
comment on function calls.analyze_replaced() is
    'Analyzes the partitioned tables as a whole: autovacuum does so for their partitions only.';
