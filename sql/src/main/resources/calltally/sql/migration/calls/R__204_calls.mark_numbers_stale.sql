create or replace function calls.mark_numbers_stale(
    changed_source integer,
    numbers text[],
    since date[],
    until date[])
    returns bigint
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with change as (
        select c.number, daterange(c.valid_from, c.valid_until) as days
        from unnest(numbers, since, until) as c (number, valid_from, valid_until)
    ),
    -- The fold looks up only numbers in the call's own notifications. They have no index: one
    -- would cost every notification more than a change of the directory costs once. So the
    -- journal is read once for callers and receivers together.
    named as (
        select distinct n.pbx_id, x.days
        from journal.notification as n
        cross join lateral (values (n.caller), (n.receiver)) as party (number)
        join change as x on x.number = party.number
        where n.source_id = changed_source
            and (n.caller = any (numbers) or n.receiver = any (numbers))
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
        insert into calls.marked_call (source_id, pbx_id)
        select t.source_id, t.pbx_id
        from touched as t
        order by t.source_id, t.pbx_id
        on conflict do nothing
    )
    select count(*)
    from touched
$$;
comment on function calls.mark_numbers_stale(integer, text[], date[], date[]) is
    'Marks as stale the calls that contain a number whose directory entry changed for their local '
    'date: numbers[i] on the dates [since[i], until[i]), null for unbounded. Returns how many. '
    'The caller excludes refreshes.';
