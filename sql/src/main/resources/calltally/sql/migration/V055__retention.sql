-- How long things are kept, and what is no longer derived anew because of it.

create table config.retention (
    source_id             integer   not null,
    notification_months   integer,
    call_months           integer,
    recording_months      integer,
    number_days           integer,
    constraint retention_pk primary key (source_id),
    constraint retention_belongs_to_source foreign key (source_id) references config.source,
    constraint retention_is_positive check (
        notification_months > 0 and call_months > 0 and recording_months > 0 and number_days > 0)
);
comment on table config.retention is 'One row per source whose configuration limits how long something is kept. A source without a row keeps everything for ever.';
comment on column config.retention.source_id is 'The source.';
comment on column config.retention.notification_months is 'Months for which its notifications are kept at least; they go by whole months, and only when all sources let them go. Null: for ever.';
comment on column config.retention.call_months is 'Months for which its calls, rings and missed calls are kept; statistics of hours and days outlive them. Null: for ever.';
comment on column config.retention.recording_months is 'Months for which its calls keep their links to recordings and voicemails. Null: for ever.';
comment on column config.retention.number_days is 'Days after which customers'' numbers are replaced by pseudonyms. Null: never.';

create table journal.horizon (
    source_id            integer       not null,
    notifications_from   timestamptz   not null default '-infinity',
    calls_from           timestamptz   not null default '-infinity',
    derived_from         timestamptz   not null generated always as (greatest(notifications_from, calls_from)) stored,
    recordings_from      timestamptz   not null default '-infinity',
    statistics_from      date          not null default '-infinity',
    constraint horizon_pk primary key (source_id),
    constraint horizon_belongs_to_source foreign key (source_id) references config.source
);
comment on table journal.horizon is 'One row per source of which something was disposed of: from where on calls and statistics can be derived anew. What lies before stays as it is, in a rebuild too.';
comment on column journal.horizon.source_id is 'The source.';
comment on column journal.horizon.notifications_from is 'Notifications that occurred before this instant are gone.';
comment on column journal.horizon.calls_from is 'Calls that started before this instant are gone.';
comment on column journal.horizon.derived_from is 'A call that started before this instant is never derived anew: it stays as it is, or gone.';
comment on column journal.horizon.recordings_from is 'Calls that started before this instant have no links to recordings and voicemails.';
comment on column journal.horizon.statistics_from is 'Local date, in the source''s zone, before which statistics are never computed anew.';

create table journal.disposal (
    source_id     integer       not null,
    disposal_id   bigint        generated always as identity,
    done_at       timestamptz   not null default now(),
    done_by       text          not null default session_user,
    kind          text          not null,
    until         timestamptz,
    amount        bigint        not null,
    constraint disposal_pk primary key (source_id, disposal_id),
    constraint disposal_belongs_to_source foreign key (source_id) references config.source,
    constraint disposal_kind_is_known check (kind in (
        'notifications dropped', 'requests deleted', 'calls deleted', 'recording links removed', 'numbers pseudonymised',
        'customer erased', 'customer exported'))
);
comment on table journal.disposal is 'One row per time that something of a source was disposed of, or a customer''s traces were handed out. Added to and never changed; holds no numbers of customers.';
comment on column journal.disposal.source_id is 'The source.';
comment on column journal.disposal.disposal_id is 'Order in which it was done.';
comment on column journal.disposal.done_at is 'When.';
comment on column journal.disposal.done_by is 'Database role that was logged in.';
comment on column journal.disposal.kind is 'What was done.';
comment on column journal.disposal.until is 'What lay before this instant was concerned; null when time did not matter.';
comment on column journal.disposal.amount is 'How many notifications, requests or calls were concerned.';

create trigger disposal_is_append_only
    before update or delete or truncate on journal.disposal
    for each statement execute function ledger.refuse_change();

-- The journal lets pass what an intervention does in its own transaction, and nothing else.

create or replace function journal.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_level = 'ROW' and current_setting('calltally.intervention', true) = pg_current_xact_id()::text then
        if tg_op = 'DELETE' and tg_table_name = 'notification_other' then
            return old;
        end if;
        if tg_op = 'UPDATE'
            and (new.source_id, new.id, new.received_at, new.occurred_at, new.digest, new.event, new.pbx_id, new.ingest_xid)
                is not distinct from
                (old.source_id, old.id, old.received_at, old.occurred_at, old.digest, old.event, old.pbx_id, old.ingest_xid) then
            return new;
        end if;
    end if;
    raise exception 'journal is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege',
              hint = 'Notifications are never changed; retention drops whole partitions.';
end
$$;
comment on function journal.refuse_change() is 'Trigger: stops updates, deletes and truncation of the journal, the owner''s slips included. Lets pass two interventions, which announce their transaction: customers'' numbers replaced by pseudonyms, with id, times and digest kept, and what expires in notification_other, which is no month that could be dropped.';

create function journal.begin_intervention() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('calltally.intervention', pg_current_xact_id()::text, true);
    -- No refresh and no rebuild may read while something goes.
    perform from calls.refresh_cursor for update;
end
$$;
comment on function journal.begin_intervention() is 'Announces an intervention of the running transaction to the journal''s trigger, and keeps refreshes and rebuilds waiting until it ends.';

-- What has expired. An instant from outside is never believed beyond the database's own clock.

create function journal.expiry(at timestamptz)
    returns table (source_id integer, notifications timestamptz, calls timestamptz, recordings timestamptz, numbers timestamptz)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    with now as (
        select least(expiry.at, clock_timestamp()) as at
    ),
    -- A month holds the notifications of all sources: the one that keeps them longest decides.
    longest as (
        select case when count(*) = count(r.notification_months) then max(r.notification_months) end as months
        from config.source as s
        left join config.retention as r using (source_id)
        where s.active
            or exists (select from journal.notification as n where n.source_id = s.source_id)
    )
    select
        s.source_id,
        date_trunc('month', now.at - longest.months * interval '1 month'),
        date_trunc('day', now.at at time zone s.zone - r.call_months * interval '1 month') at time zone s.zone,
        date_trunc('day', now.at at time zone s.zone - r.recording_months * interval '1 month') at time zone s.zone,
        date_trunc('day', now.at at time zone s.zone - r.number_days * interval '1 day') at time zone s.zone
    from config.source as s
    left join config.retention as r using (source_id)
    cross join now
    cross join longest
$$;
comment on function journal.expiry(timestamptz) is 'One row per source: notifications, calls, links to recordings and plain numbers of customers from before these instants have expired at the instant given; null for what is kept for ever.';

create function journal.move_horizon(moved_source integer, notifications timestamptz, calls timestamptz, recordings timestamptz) returns void
    language sql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    insert into journal.horizon as h (source_id, notifications_from, calls_from, recordings_from, statistics_from)
    select
        s.source_id,
        coalesce(notifications, '-infinity'),
        coalesce(calls, '-infinity'),
        coalesce(recordings, '-infinity'),
        greatest(
            -- The first date whose notifications are all there.
            ((notifications at time zone s.zone) + interval '1 day' - interval '1 microsecond')::date,
            -- Before it a call placed may be the call-back of a missed call that is gone.
            ((calls + s.callback_window) at time zone s.zone)::date + 1,
            '-infinity')
    from config.source as s
    where s.source_id = moved_source
    on conflict on constraint horizon_pk do update set
        notifications_from = greatest(h.notifications_from, excluded.notifications_from),
        calls_from = greatest(h.calls_from, excluded.calls_from),
        recordings_from = greatest(h.recordings_from, excluded.recordings_from),
        statistics_from = greatest(h.statistics_from, excluded.statistics_from)
$$;
comment on function journal.move_horizon(integer, timestamptz, timestamptz, timestamptz) is 'Moves the horizon of a source ahead to instants before which something is about to go; null leaves it where it is, and it never moves back.';

create function journal.expired_partitions(bound timestamptz) returns table (partition regclass)
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
comment on function journal.expired_partitions(timestamptz) is 'The partitions of the months before an instant that is the first of a month (UTC).';

create function journal.drop_expired_notifications(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    bound constant timestamptz := (select max(e.notifications) from journal.expiry(drop_expired_notifications.at) as e);
    partitions constant regclass[] := array(select p.partition from journal.expired_partitions(bound) as p);
    gone bigint;
begin
    if bound is null then
        return 0;
    end if;
    perform journal.begin_intervention();
    perform journal.move_horizon(s.source_id, bound, null, null) from config.source as s
    where exists (select from journal.notification as n where n.source_id = s.source_id and n.occurred_at < bound);

    with gone_by_source as (
        insert into journal.disposal (source_id, kind, until, amount)
        select n.source_id, 'notifications dropped', bound, count(*)
        from journal.notification as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound)
        group by n.source_id
        returning amount
    )
    select coalesce(sum(amount), 0) into gone from gone_by_source;

    if gone > 0 then
        delete from journal.notification_other as n
        where n.occurred_at < bound
            and (n.occurred_at > '-infinity' or n.received_at < bound);
    end if;
    if cardinality(partitions) > 0 then
        -- Whoever waits lets nobody pass: give way before the receiver notices.
        perform set_config('lock_timeout', '300ms', true);
        for attempt in 1 .. 40 loop
            begin
                lock table journal.notification in access exclusive mode;
                exit;
            exception
                when lock_not_available or deadlock_detected then
                    -- Refreshes are waiting too.
                    if attempt = 40 then
                        raise exception 'months could not be dropped: nobody may read the journal for a moment, was read for half a minute'
                            using errcode = 'lock_not_available',
                                  hint = 'The next disposal tries again; a long dump or query is in the way.';
                    end if;
                    perform pg_sleep(0.5);
            end;
        end loop;
        execute 'drop table ' || array_to_string(partitions, ', ');
    end if;
    return gone;
end
$$;
comment on function journal.drop_expired_notifications(timestamptz) is 'Drops the partitions of the months that no source keeps any longer at the instant given, and what is as old in notification_other, whose events without a time are as old as their arrival. Returns how many notifications are gone. Afterwards calls that started before are no longer derived anew.';

create function journal.delete_expired_requests(at timestamptz) returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    with gone as (
        delete from journal.rejected as r
        using config.source as s
        join config.retention as t using (source_id)
        cross join (select least(delete_expired_requests.at, clock_timestamp()) as at) as n
        where r.source_id = s.source_id
            -- They are kept raw, with all the numbers that they name.
            and r.received_at < greatest(
                date_trunc('day', n.at at time zone s.zone - t.notification_months * interval '1 month') at time zone s.zone,
                date_trunc('day', n.at at time zone s.zone - t.number_days * interval '1 day') at time zone s.zone)
        returning r.source_id
    ),
    logged as (
        insert into journal.disposal (source_id, kind, amount)
        select g.source_id, 'requests deleted', count(*)
        from gone as g
        group by g.source_id
        returning amount
    )
    select coalesce(sum(l.amount), 0)::bigint
    from logged as l
$$;
comment on function journal.delete_expired_requests(timestamptz) is 'Deletes rejected requests that are older than their source keeps notifications, or customers'' numbers; how many there were on each day stays known. Returns how many.';

create function journal.delete_expired_calls(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    expired record;
    gone bigint;
    total bigint := 0;
begin
    perform journal.begin_intervention();
    for expired in
        select e.source_id, e.calls
        from journal.expiry(delete_expired_calls.at) as e
        where exists (select from calls.call as c where c.source_id = e.source_id and c.started_at < e.calls)
    loop
        perform journal.move_horizon(expired.source_id, null, expired.calls, null);
        delete from calls.attempt as a
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and a.source_id = c.source_id
            and a.pbx_id = c.pbx_id;
        delete from calls.missed_call as m
        using calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls
            and m.source_id = c.source_id
            and m.pbx_id = c.pbx_id;
        delete from calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.calls;
        get diagnostics gone = row_count;
        insert into journal.disposal (source_id, kind, until, amount)
        values (expired.source_id, 'calls deleted', expired.calls, gone);
        total := total + gone;
    end loop;
    return total;
end
$$;
comment on function journal.delete_expired_calls(timestamptz) is 'Deletes the calls, rings and missed calls that have expired at the instant given; the statistics of their days stay. Returns how many calls.';

create function journal.remove_expired_recordings(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    expired record;
    gone bigint;
    total bigint := 0;
begin
    perform journal.begin_intervention();
    for expired in
        select e.source_id, e.recordings
        from journal.expiry(remove_expired_recordings.at) as e
        where e.recordings is not null
    loop
        update calls.call as c
        set recording_url = null,
            voicemail_url = null
        where c.source_id = expired.source_id
            and c.started_at < expired.recordings
            and (c.recording_url is not null or c.voicemail_url is not null);
        get diagnostics gone = row_count;
        if gone > 0 then
            perform journal.move_horizon(expired.source_id, null, null, expired.recordings);
            insert into journal.disposal (source_id, kind, until, amount)
            values (expired.source_id, 'recording links removed', expired.recordings, gone);
            total := total + gone;
        end if;
    end loop;
    return total;
end
$$;
comment on function journal.remove_expired_recordings(timestamptz) is 'Removes the links to recordings and voicemails from calls whose time for them has expired at the instant given. Returns from how many.';

-- A month that was dropped is not made again: what still comes of it lies in notification_other until the next disposal.

create or replace function journal.create_partition(month date) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    first_day constant date := date_trunc('month', month)::date;
    next_month constant date := (first_day + interval '1 month')::date;
    partition constant text := 'notification_' || to_char(first_day, 'YYYYMM');
begin
    if to_regclass('journal.' || partition) is not null then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtext('journal.create_partition'));
    if to_regclass('journal.' || partition) is not null
        or exists (select from journal.notification_other as other
                   where other.occurred_at >= first_day::timestamptz and other.occurred_at < next_month::timestamptz)
        or exists (select from journal.horizon as h where h.notifications_from > first_day::timestamptz) then
        return false;
    end if;
    execute format('create table journal.%I partition of journal.notification for values from (%L) to (%L)',
        partition, first_day::timestamptz, next_month::timestamptz);
    execute format('comment on table journal.%I is %L',
        partition, 'Notifications that occurred in the month from ' || first_day || ', UTC.');
    execute format('create trigger notification_is_not_truncated before truncate on journal.%I for each statement execute function journal.refuse_change()',
        partition);
    return true;
end
$$;
comment on function journal.create_partition(date) is 'Creates the partition of the month (UTC) that the date lies in; false when it exists, when it was dropped by retention, or when notifications of that month lie in notification_other already, where they stay.';

create or replace function journal.create_partitions_around(today date) returns integer
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select count(*) filter (where journal.create_partition(m.month::date))::integer
    from generate_series(
        date_trunc('month', today) - interval '24 months',
        date_trunc('month', today) + interval '3 months',
        interval '1 month') as m (month)
    where m.month >= coalesce((select max(e.notifications) from journal.expiry(today::timestamptz) as e), '-infinity')
$$;
comment on function journal.create_partitions_around(date) is 'Creates the missing partitions from 24 months before the date to 3 months after, but for months that retention would drop at once; returns how many it created.';

-- What a rebuild takes over because the journal no longer tells of it.

create function calls.carry_over() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into calls_rebuilt.call
    select c.*
    from calls.call as c
    join journal.horizon as h using (source_id)
    where c.started_at < h.derived_from;

    insert into calls_rebuilt.attempt
    select a.*
    from calls.attempt as a
    join calls.call as c using (source_id, pbx_id)
    join journal.horizon as h using (source_id)
    where c.started_at < h.derived_from;

    insert into stats_rebuilt.hourly_line
    select s.*
    from stats.hourly_line as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;

    insert into stats_rebuilt.daily_manager
    select s.*
    from stats.daily_manager as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;

    insert into stats_rebuilt.daily_quality
    select s.*
    from stats.daily_quality as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;
end
$$;
comment on function calls.carry_over() is 'Copies into the tables of a rebuild the calls, rings and statistics from before the horizon of their source.';

create or replace function calls.rules_in_force() returns jsonb
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
            and c.relname not in ('source_token', 'signing_secret', 'retention')
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
