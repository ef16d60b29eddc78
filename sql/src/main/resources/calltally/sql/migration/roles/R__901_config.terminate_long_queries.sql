create or replace function config.terminate_long_queries() returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select count(*) filter (where pg_terminate_backend(a.pid))
    from pg_stat_activity as a
    where a.datname = current_database()
        and a.usename = 'analyst'
        and (a.xact_start < clock_timestamp() - interval '15 minutes'
            or (a.backend_xid is not null
                and a.xact_start < clock_timestamp() - interval '60 seconds'))
$$;
comment on function config.terminate_long_queries() is
    'Terminates connections of the role analyst whose transaction, and so any query in it, has '
    'lasted longer than 15 minutes, because an analyst may lift the role''s initial limits; or '
    'longer than 60 seconds with a transaction number, which holds back all figures. Returns how '
    'many.';
