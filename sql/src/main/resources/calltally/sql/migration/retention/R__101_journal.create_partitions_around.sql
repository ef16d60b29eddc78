create or replace function journal.create_partitions_around(today date) returns integer
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select count(*) filter (where journal.create_partition(m.month::date))::integer
    from generate_series(
        date_trunc('month', today) - interval '3 months',
        date_trunc('month', today) + interval '3 months',
        interval '1 month') as m (month)
    where m.month >= coalesce(
        (select max(e.notifications) from journal.expiry(today::timestamptz) as e), '-infinity')
$$;
comment on function journal.create_partitions_around(date) is
    'Creates the missing partitions from 3 months before the date to 3 months after, except '
    'months that retention would drop at once; returns how many it created.';
