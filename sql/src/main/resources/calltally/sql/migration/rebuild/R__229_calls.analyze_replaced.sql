drop function if exists calls.analyze_replaced();
create or replace function calls.analyze_replaced(rows_too boolean) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    -- Before version 18 a partitioned table is only analyzed together with its partitions.
    parts constant text := case
        when rows_too or current_setting('server_version_num')::integer < 180000 then ''
        else 'only '
    end;
    replaced text;
begin
    foreach replaced in array array[
        'calls.call', 'calls.attempt', 'calls.engagement', 'calls.missed_call',
        'stats.hourly_line', 'stats.daily_manager', 'stats.daily_quality']
    loop
        execute 'analyze ' || parts || replaced;
    end loop;
end
$$;
comment on function calls.analyze_replaced(boolean) is
    'Analyzes the partitioned tables as a whole: autovacuum does so for their partitions only. '
    'With rows_too it analyzes the partitions too, which a rebuild has done.';
