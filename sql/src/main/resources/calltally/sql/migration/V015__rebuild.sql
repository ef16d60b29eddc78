-- A rebuild derives everything anew in tables beside those that are read, and then puts them in their place.
--
-- What it replaces are the partitioned tables of calls and stats, each of which has one partition, <table>_rows. The new
-- ones lie in the schemas calls_rebuilt and stats_rebuilt under the same names, with the stale tables and views that
-- the derivation uses, so that one and the same program fills both.

create function calls.drop_rebuilt() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set client_min_messages = 'warning'
as $$
begin
    drop schema if exists calls_rebuilt, stats_rebuilt cascade;
end
$$;
comment on function calls.drop_rebuilt() is 'Removes what a rebuild that did not end has left behind.';

create function calls.begin_rebuild() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    derived record;
begin
    perform calls.drop_rebuilt();
    create schema calls_rebuilt;
    create schema stats_rebuilt;
    -- Keys and indexes of what is replaced come later: they are made faster from all rows at once.
    for derived in
        with recursive needed as (
            select c.oid, 1 as depth
            from pg_class as c
            where c.relnamespace in ('calls'::regnamespace, 'stats'::regnamespace)
                and c.relkind = 'v'
                and c.relname like 'stale\_%'
            union
            select c.oid, n.depth + 1
            from needed as n
            join pg_rewrite as r on r.ev_class = n.oid
            join pg_depend as d
                on d.classid = 'pg_rewrite'::regclass
                and d.objid = r.oid
                and d.refclassid = 'pg_class'::regclass
                and d.refobjid <> n.oid
            join pg_class as c
                on c.oid = d.refobjid
                and c.relnamespace in ('calls'::regnamespace, 'stats'::regnamespace)
                and (c.relkind in ('p', 'v') or (c.relkind = 'r' and c.relname like 'stale\_%'))
        )
        select
            c.relnamespace::regnamespace::text as nspname,
            c.relname,
            c.relkind,
            c.oid
        from pg_class as c
        left join needed as n using (oid)
        where n.oid is not null
            or (c.relnamespace in ('calls'::regnamespace, 'stats'::regnamespace)
                and (c.relkind = 'p' or (c.relkind = 'r' and c.relname like 'stale\_%')))
        group by c.oid, c.relnamespace, c.relname, c.relkind
        -- What a view reads comes before it.
        order by c.relkind = 'v', max(n.depth) desc
    loop
        if derived.relkind = 'v' then
            execute format('create view %I.%I as %s',
                derived.nspname || '_rebuilt', derived.relname, calls.reading_rebuilt(pg_get_viewdef(derived.oid)));
        else
            execute format('create table %I.%I (like %I.%I including constraints including defaults %s)',
                derived.nspname || '_rebuilt', derived.relname, derived.nspname, derived.relname,
                case when derived.relkind = 'r' then 'including indexes' else '' end);
        end if;
    end loop;
    perform calls.grant_on_rebuilt();
end
$$;
comment on function calls.begin_rebuild() is 'Creates the empty tables that a rebuild fills. In the same transaction they can be filled by copy with freeze.';

create function calls.reading_rebuilt(query text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select regexp_replace(query, '\m(calls|stats)\.(' || string_agg(c.relname, '|') || ')\M', '\1_rebuilt.\2', 'g')
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('calls_rebuilt', 'stats_rebuilt')
        and c.relkind in ('r', 'v')
$$;
comment on function calls.reading_rebuilt(text) is 'A query of the stale views, reading the tables of the rebuild: the formula itself is written once.';

create function calls.grant_on_rebuilt() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    granted record;
begin
    for granted in
        select
            n.nspname || '_rebuilt' as schema,
            c.relname,
            a.privilege_type,
            a.grantee::regrole as grantee
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        join pg_class as copy on copy.relname = c.relname
        join pg_namespace as copy_schema on copy_schema.oid = copy.relnamespace and copy_schema.nspname = n.nspname || '_rebuilt'
        cross join lateral aclexplode(c.relacl) as a
        where n.nspname in ('calls', 'stats')
            and a.grantee not in (0, c.relowner)
    loop
        execute format('grant usage on schema %I to %s', granted.schema, granted.grantee);
        execute format('grant %s on %I.%I to %s', granted.privilege_type, granted.schema, granted.relname, granted.grantee);
    end loop;
end
$$;
comment on function calls.grant_on_rebuilt() is 'Lets those who may write what is derived write the tables of the rebuild too.';

create function calls.index_rebuilt(replaced text) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set maintenance_work_mem = '256MB'
as $$
declare
    parent constant regclass := replaced::regclass;
    rebuilt constant text := (
        select format('%I.%I', n.nspname || '_rebuilt', c.relname)
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where c.oid = parent);
    definition text;
begin
    for definition in
        select format('alter table %s add %s', rebuilt, pg_get_constraintdef(k.oid))
        from pg_constraint as k
        where k.conrelid = parent
            and k.contype in ('p', 'u')
        union all
        select regexp_replace(pg_get_indexdef(i.indexrelid), '^(CREATE (UNIQUE )?INDEX ).* ON ONLY \S+', '\1ON ' || rebuilt)
        from pg_index as i
        where i.indrelid = parent
            and not exists (select from pg_constraint as k where k.conindid = i.indexrelid)
    loop
        execute definition;
    end loop;
    execute 'analyze ' || rebuilt;
end
$$;
comment on function calls.index_rebuilt(text) is 'Gives the filled table of a rebuild the keys and indexes of the one that it replaces, given with its schema, and analyzes it.';

create view stats.stale_journal_day as
with recursive source_day as (
    select
        s.source_id,
        s.zone,
        (select min(n.occurred_at) from journal.notification as n where n.source_id = s.source_id and n.occurred_at > '-infinity') as at
    from config.source as s
    union all
    -- From each day to the first notification after its end.
    select
        d.source_id,
        d.zone,
        (
            select n.occurred_at
            from journal.notification as n
            where n.source_id = d.source_id
                and n.occurred_at >= ((d.at at time zone d.zone)::date + 1)::timestamp at time zone d.zone
            order by n.occurred_at
            limit 1
        )
    from source_day as d
    where d.at < 'infinity'
)
select
    d.source_id,
    (d.at at time zone d.zone)::date as local_date
from source_day as d
where d.at < 'infinity'
union
select
    n.source_id,
    (n.received_at at time zone s.zone)::date
from journal.notification_other as n
join config.source as s using (source_id)
where n.occurred_at = '-infinity';
comment on view stats.stale_journal_day is 'One row per source and local date that the journal tells of: what a rebuild computes.';
comment on column stats.stale_journal_day.source_id is 'The source.';
comment on column stats.stale_journal_day.local_date is 'Local date of a notification''s occurred_at; of its arrival for events without a time.';

create function calls.rules_in_force() returns jsonb
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    rules jsonb := '{}';
    part jsonb;
    rule_table regclass;
begin
    for rule_table in
        select c.oid
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        join pg_attribute as a on a.attrelid = c.oid and a.attname = 'source_id'
        where n.nspname in ('config', 'directory')
            and c.relkind = 'r'
            and c.relname not in ('source_token', 'signing_secret')
    loop
        execute format(
            'select jsonb_object_agg(source_id || '' %1$s'', digest) from ('
            '    select source_id, md5(string_agg(md5(t::text), '''' order by md5(t::text))) as digest from %1$s as t group by source_id'
            ') as rule', rule_table)
        into part;
        rules := rules || coalesce(part, '{}');
    end loop;
    return rules;
end
$$;
comment on function calls.rules_in_force() is 'By source and table a digest of what notifications are read with: the configuration and the directory. Tells whether a rebuild was overtaken by a change.';

create function calls.await_older_snapshots() returns void
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
            -- Of the sessions of others not even this is told: without a state, one has to be expected.
            and (a.state is null or a.backend_xmin is not null));
begin
    while exists (select from pg_locks as l where l.locktype = 'virtualxid' and l.virtualtransaction = any (older)) loop
        perform pg_sleep(0.05);
    end loop;
end
$$;
comment on function calls.await_older_snapshots() is 'Returns when every transaction of this database that holds a snapshot now has ended. Tables that change places are found by name at once, but their rows only by later snapshots: a reader in between would find nothing.';

create function calls.lock_replaced() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    -- Whoever waits lets nobody pass: give way before a reader notices or the server sees a deadlock.
    set lock_timeout = '300ms'
as $$
declare
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
                perform pg_sleep(0.5);
        end;
    end loop;
end
$$;
comment on function calls.lock_replaced() is 'Waits until nobody reads or writes the derived tables, without holding up those who come meanwhile for longer than a moment, and locks them all.';

create function calls.finish_rebuild(snapshot_xmin text, rules jsonb) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set client_min_messages = 'warning'
as $$
declare
    replaced record;
    grantee regrole;
begin
    perform calls.lock_replaced();
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
        execute format('alter table %I.%I rename to %I', replaced.schema || '_rebuilt', replaced.name, replaced.rows);
        execute format('alter table %I.%I set schema %I', replaced.schema || '_rebuilt', replaced.rows, replaced.schema);
        execute format('alter table %1$I.%2$I attach partition %1$I.%3$I for values from (minvalue) to (maxvalue)',
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
            format('All rows of %s.%s. A rebuild makes another one and puts it in its place.', replaced.schema, replaced.name));
    end loop;
    perform calls.drop_rebuilt();

    delete from calls.stale_call;
    delete from calls.stale_day;
    with changed as (
        select distinct split_part(coalesce(before.key, now.key), ' ', 1)::integer as source_id
        from jsonb_each_text(finish_rebuild.rules) as before
        full join jsonb_each_text(calls.rules_in_force()) as now using (key)
        where before.value is distinct from now.value
    ),
    changed_day as (
        insert into calls.stale_day (source_id, local_date)
        select d.source_id, d.local_date
        from stats.stale_journal_day as d
        join changed using (source_id)
    )
    insert into calls.stale_call (source_id, pbx_id)
    select c.source_id, c.pbx_id
    from calls.call as c
    join changed using (source_id);

    update calls.refresh_cursor
    set system_identifier = (select s.system_identifier from pg_control_system() as s),
        ingest_xid = snapshot_xmin::xid8,
        notification_id = 0,
        refreshed_at = now();
end
$$;
comment on function calls.finish_rebuild(text, jsonb) is 'Puts the tables of a rebuild in the place of those that are read, sets the cursor to the xmin of the snapshot that the rebuild has read, and leaves to the next refresh what has changed since. The caller holds the lock of the cursor''s row.';

create function calls.analyze_replaced() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    analyze calls.call, calls.attempt, calls.missed_call, stats.hourly_line, stats.daily_manager, stats.daily_quality;
end
$$;
comment on function calls.analyze_replaced() is 'Tells the planner about the tables as a whole, which autovacuum does for their partitions only.';
