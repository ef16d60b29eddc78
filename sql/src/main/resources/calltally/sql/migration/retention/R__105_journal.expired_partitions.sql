create or replace function journal.expired_partitions(bound timestamptz)
    returns table (partition regclass)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select c.oid::regclass
    from pg_inherits as i
    join pg_class as c on c.oid = i.inhrelid
    where i.inhparent = 'journal.notification'::regclass
        and c.relname ~ '^notification_[0-9]{6}$'
        and to_date(right(c.relname, 6), 'YYYYMM') < (bound at time zone 'UTC')::date
    order by c.relname
$$;
comment on function journal.expired_partitions(timestamptz) is
    'The partitions of the months before an instant that is the first of a month (UTC).';
