create or replace function config.terminate_long_queries() returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select count(*) filter (where pg_terminate_backend(a.pid))
    from pg_stat_activity as a
    where a.datname = current_database()
        and a.usename = 'analyst'
        and a.xact_start < clock_timestamp() - interval '15 minutes'
$$;
comment on function config.terminate_long_queries() is
    'Terminates connections of the role analyst whose transaction, and so any query in it, has '
    'lasted longer than 15 minutes, because an analyst may lift the role''s initial limits. '
    'Returns how many.';
