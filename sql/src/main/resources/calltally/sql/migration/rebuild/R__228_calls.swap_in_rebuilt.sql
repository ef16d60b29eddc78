drop function if exists calls.swap_in_rebuilt(text, jsonb);

create or replace function calls.swap_in_rebuilt(
    snapshot_xmin text,
    settings jsonb,
    patience interval)
returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set client_min_messages = 'warning'
as $$
declare
    replaced record;
    grantee regrole;
begin
    perform calls.lock_replaced(patience);
    for replaced in
        select
            n.nspname as schema,
            c.relname as name,
            c.relname || '_rows' as rows
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('calls', 'stats')
            and c.relkind = 'p'
    loop
        execute format('drop table %I.%I', replaced.schema, replaced.rows);
        execute format(
            'alter table %I.%I rename to %I',
            replaced.schema || '_rebuilt', replaced.name, replaced.rows);
        execute format(
            'alter table %I.%I set schema %I',
            replaced.schema || '_rebuilt', replaced.rows, replaced.schema);
        execute format(
            'alter table %1$I.%2$I attach partition %1$I.%3$I '
            'for values from (minvalue) to (maxvalue)',
            replaced.schema, replaced.name, replaced.rows);
        for grantee in
            select distinct a.grantee
            from pg_class as c
            cross join lateral aclexplode(c.relacl) as a
            where c.oid = format('%I.%I', replaced.schema, replaced.rows)::regclass
                and a.grantee <> c.relowner
        loop
            execute format('revoke all on %I.%I from %s', replaced.schema, replaced.rows, grantee);
        end loop;
        execute format('comment on table %I.%I is %L', replaced.schema, replaced.rows,
            format('All rows of %s.%s. A rebuild makes another one and puts it in its place.',
                replaced.schema, replaced.name));
    end loop;
    perform calls.drop_rebuilt();

    delete from calls.marked_call;
    delete from calls.marked_day;
    with changed as (
        select distinct split_part(coalesce(before.key, now.key), ' ', 1)::integer as source_id
        from jsonb_each_text(swap_in_rebuilt.settings) as before
        full join jsonb_each_text(calls.settings_digest()) as now using (key)
        where before.value is distinct from now.value
    ),
    changed_day as (
        insert into calls.marked_day (source_id, local_date)
        select d.source_id, d.local_date
        from stats.journal_date as d
        join changed using (source_id)
    )
    insert into calls.marked_call (source_id, pbx_id)
    select c.source_id, c.pbx_id
    from calls.call as c
    join changed using (source_id);

    -- Of every slice.
    update calls.refresh_cursor
    set system_identifier = (select s.system_identifier from pg_control_system() as s),
        ingest_xid = snapshot_xmin::xid8,
        notification_id = 0,
        refreshed_at = now();
end
$$;
comment on function calls.swap_in_rebuilt(text, jsonb, interval) is
    'Swaps the tables of a rebuild in, sets the cursor to the xmin of the snapshot that the '
    'rebuild has read, and marks as stale what has changed since. The caller '
    'excludes refreshes.';
