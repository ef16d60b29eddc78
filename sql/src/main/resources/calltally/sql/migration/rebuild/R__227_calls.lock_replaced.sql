drop function if exists calls.lock_replaced();

create or replace function calls.lock_replaced(patience interval) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    -- A waiting lock blocks all later statements: give up before a reader notices or the server
    -- detects a deadlock.
    set lock_timeout = '300ms'
as $$
declare
    until constant timestamptz := clock_timestamp() + patience;
    replaced constant text := (
        select string_agg(c.oid::regclass::text, ', ' order by c.oid)
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('calls', 'stats')
            and c.relkind = 'p');
begin
    loop
        begin
            execute 'lock table ' || replaced || ' in access exclusive mode';
            return;
        exception
            when lock_not_available or deadlock_detected then
                if clock_timestamp() > until then
                    raise;
                end if;
                perform pg_sleep(0.5);
        end;
    end loop;
end
$$;
comment on function calls.lock_replaced(interval) is
    'Waits until nothing reads or writes the derived tables, without blocking newcomers for more '
    'than a moment, and locks them all. Fails when that takes longer than its patience.';
