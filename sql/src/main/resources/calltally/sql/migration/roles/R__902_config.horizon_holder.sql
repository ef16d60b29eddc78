create or replace function config.horizon_holder() returns text
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select
        case
            when l.pid is null then 'a prepared transaction'
            else format('session %s of %s%s in database %s',
                l.pid,
                coalesce(a.usename, 'PostgreSQL'),
                coalesce(' (' || nullif(a.application_name, '') || ')', ''),
                coalesce(a.datname, 'none'))
        end
    from pg_locks as l
    left join pg_stat_activity as a using (pid)
    where l.locktype = 'transactionid'
        and l.mode = 'ExclusiveLock'
        and l.granted
        and l.pid is distinct from pg_backend_pid()
    order by age(l.transactionid) desc
    limit 1
$$;
comment on function config.horizon_holder() is
    'The session whose transaction has the oldest number of those that are running, in any '
    'database of the cluster; null without one. A refresh takes no later notification until it '
    'ends.';
