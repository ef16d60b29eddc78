create or replace function calls.cursor_is_of_this_cluster() returns boolean
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select bool_and(c.system_identifier = s.system_identifier)
    from calls.refresh_cursor as c
    cross join pg_control_system() as s
$$;
comment on function calls.cursor_is_of_this_cluster() is
    'False after a restore into another PostgreSQL cluster, whose transaction numbers mean '
    'something else: then the next refresh rebuilds everything.';
