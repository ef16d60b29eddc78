create or replace function ledger.refreshed_at() returns timestamptz
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select c.refreshed_at
    from calls.refresh_cursor as c
    order by c.refreshed_at nulls first
    limit 1
$$;
comment on function ledger.refreshed_at() is
    'When calls and statistics of every source were last refreshed, by the slowest slice; null '
    'before the first refresh.';
