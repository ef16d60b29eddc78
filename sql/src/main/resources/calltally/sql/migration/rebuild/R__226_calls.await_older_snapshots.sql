create or replace function calls.await_older_snapshots() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    older constant text[] := array(
        select l.virtualtransaction
        from pg_locks as l
        join pg_stat_activity as a using (pid)
        where l.locktype = 'virtualxid'
            and l.pid <> pg_backend_pid()
            and a.datname = current_database()
            -- Other users' sessions hide even this: without a state, assume a snapshot.
            and (a.state is null or a.backend_xmin is not null));
begin
    while exists (
        select from pg_locks as l
        where l.locktype = 'virtualxid'
            and l.virtualtransaction = any (older))
    loop
        perform pg_sleep(0.05);
    end loop;
end
$$;
comment on function calls.await_older_snapshots() is
    'Returns once every transaction of this database that now holds a snapshot has ended. Swapped '
    'tables are found by name at once, but their rows are visible only to later snapshots: a '
    'reader in between would find nothing.';
