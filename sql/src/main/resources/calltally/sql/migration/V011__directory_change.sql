-- What a change of the directory leaves to the next refresh.

create function calls.mark_numbers_stale(changed_source integer, numbers text[], since date[], until date[]) returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with change as (
        select c.number, daterange(c.valid_from, c.valid_until) as days
        from unnest(numbers, since, until) as c (number, valid_from, valid_until)
    ),
    -- The fold asks the directory for numbers that the call's notifications name, and for no others.
    named as (
        select n.pbx_id, x.days
        from change as x
        join journal.notification as n
            on n.source_id = changed_source
            and n.caller = x.number
        union
        select n.pbx_id, x.days
        from change as x
        join journal.notification as n
            on n.source_id = changed_source
            and n.receiver = x.number
    ),
    touched as (
        select distinct c.source_id, c.pbx_id
        from named as n
        join calls.call as c
            on c.source_id = changed_source
            and c.pbx_id = n.pbx_id
            and n.days @> c.local_date
    ),
    marked as (
        insert into calls.stale_call (source_id, pbx_id)
        select t.source_id, t.pbx_id
        from touched as t
        order by t.source_id, t.pbx_id
        on conflict do nothing
    )
    select count(*)
    from touched
$$;
comment on function calls.mark_numbers_stale(integer, text[], date[], date[]) is 'Leaves the calls to the next refresh that name a number whose directory entry changed, where it changed for their local date: numbers[i] on the dates [since[i], until[i]), null for ever. Returns how many there are. The caller holds the lock of the cursor''s row.';

create function calls.mark_managers_stale(changed_source integer, managers text[], since date[], until date[]) returns bigint
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
        insert into calls.stale_day (source_id, local_date)
        select t.source_id, t.local_date
        from touched as t
        order by t.source_id, t.local_date
        on conflict do nothing
    )
    select count(*)
    from touched
$$;
comment on function calls.mark_managers_stale(integer, text[], date[], date[]) is 'Leaves the days to the next refresh on which a manager''s numbers or department changed, also those that no call names: managers[i] on the dates [since[i], until[i]), null for ever. Returns how many there are. The caller holds the lock of the cursor''s row.';
