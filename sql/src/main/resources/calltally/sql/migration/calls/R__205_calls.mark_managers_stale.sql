create or replace function calls.mark_managers_stale(
    changed_source integer,
    managers text[],
    since date[],
    until date[])
    returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with change as (
        select c.manager, daterange(c.valid_from, c.valid_until) as days
        from unnest(managers, since, until) as c (manager, valid_from, valid_until)
    ),
    touched as (
        select distinct m.source_id, m.local_date
        from change as x
        join stats.daily_manager as m
            on m.source_id = changed_source
            and m.manager = x.manager
            and x.days @> m.local_date
    ),
    marked as (
        insert into calls.marked_day (source_id, local_date)
        select t.source_id, t.local_date
        from touched as t
        order by t.source_id, t.local_date
        on conflict do nothing
    )
    select count(*)
    from touched
$$;
comment on function calls.mark_managers_stale(integer, text[], date[], date[]) is
    'Marks as stale the days on which a manager''s numbers or department changed, even numbers '
    'that occur in no call: managers[i] on the dates [since[i], until[i]), null for unbounded. '
    'Returns how many. The caller excludes refreshes.';
