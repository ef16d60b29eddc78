-- The journal: every notification exactly as received, once, and never changed.

create schema journal;
comment on schema journal is 'What was received. Append-only.';

create table journal.notification (
    source_id        integer       not null,
    id               bigint        generated always as identity,
    received_at      timestamptz   not null,
    occurred_at      timestamptz   not null,
    digest           bytea         not null,
    event            text          not null,
    pbx_id           text,
    caller           text,
    receiver         text,
    status           text,
    duration         numeric,
    audio_path       text,
    fields           jsonb         not null,
    method           text          not null,
    channel          text          not null,
    parser_version   smallint      not null,
    remarks          text[]        not null default '{}',
    ingest_xid       xid8          not null default pg_current_xact_id(),
    constraint notification_pk primary key (source_id, occurred_at, digest),
    constraint notification_digest_is_sha256 check (octet_length(digest) = 32),
    constraint notification_event_is_not_blank check (event <> ''),
    constraint notification_duration_is_plausible check (duration >= 0 and duration < 1000000000),
    constraint notification_texts_are_short check (
        length(event) <= 200 and length(pbx_id) <= 200 and length(caller) <= 255 and length(receiver) <= 255),
    constraint notification_method_is_known check (method in ('GET', 'POST', 'FILE')),
    constraint notification_channel_is_known check (channel in ('http', 'import'))
) partition by range (occurred_at);
comment on table journal.notification is 'One row per notification: one message of the PBX, however often it was delivered. Append-only; partitioned by month (UTC) of occurred_at. What cannot lie in a month of its own lies in the partition notification_other.';
comment on column journal.notification.source_id is 'The source that sent it.';
comment on column journal.notification.id is 'Order of insertion within one transaction; no meaning beyond the refresh''s cursor.';
comment on column journal.notification.received_at is 'Our clock when the first delivery arrived.';
comment on column journal.notification.occurred_at is 'The PBX''s clock: its field time; -infinity for events without a time.';
comment on column journal.notification.digest is 'SHA-256 over the canonical form of all fields and values; two deliveries with the same digest are one notification.';
comment on column journal.notification.event is 'Event name, trimmed and lower-cased.';
comment on column journal.notification.pbx_id is 'The PBX''s identifier of the call, trimmed; null where the event has none.';
comment on column journal.notification.caller is 'Calling number after normalisation: E.164, an extension, or cleaned text; null when withheld or absent.';
comment on column journal.notification.receiver is 'Called number after normalisation, like caller.';
comment on column journal.notification.status is 'answer, noanswer, busy, cancel, unavailable, other or missed; null when absent.';
comment on column journal.notification.duration is 'Seconds as the PBX reports them; null when absent or unreadable.';
comment on column journal.notification.audio_path is 'http or https link of the recording; null otherwise.';
comment on column journal.notification.fields is 'All field names and values as sent.';
comment on column journal.notification.method is 'GET or POST; FILE for imports.';
comment on column journal.notification.channel is 'http or import.';
comment on column journal.notification.parser_version is 'Version of the rules that read the fields at intake.';
comment on column journal.notification.remarks is 'What was odd about it: time_without_offset, clock_ahead, unknown_status, unreadable_duration.';
comment on column journal.notification.ingest_xid is 'Transaction that stored it; orders the refresh''s incremental reading.';

create table journal.notification_other partition of journal.notification default;
comment on table journal.notification_other is 'Notifications without a time, and those of months for which no partition existed when they came. They stay here.';

create index notification_by_call on journal.notification (source_id, pbx_id);
comment on index journal.notification_by_call is 'Serves the refresh: all notifications of a stale call.';

create index notification_by_ingest on journal.notification (ingest_xid, id);
comment on index journal.notification_by_ingest is 'Serves the refresh: notifications after the cursor.';

create function journal.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'journal is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege',
              hint = 'Notifications are never changed; retention drops whole partitions.';
end
$$;
comment on function journal.refuse_change() is 'Trigger: stops updates, deletes and truncation of the journal, the owner''s slips included.';

create trigger notification_is_append_only
    before update or delete on journal.notification
    for each row execute function journal.refuse_change();
create trigger notification_is_not_truncated
    before truncate on journal.notification
    for each statement execute function journal.refuse_change();
create trigger notification_is_not_truncated
    before truncate on journal.notification_other
    for each statement execute function journal.refuse_change();

create function journal.create_partition(month date) returns boolean
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
                   where other.occurred_at >= first_day::timestamptz and other.occurred_at < next_month::timestamptz) then
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
comment on function journal.create_partition(date) is 'Creates the partition of the month (UTC) that the date lies in; false when it exists or when notifications of that month lie in notification_other already, where they stay.';

create function journal.create_partitions_around(today date) returns integer
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select count(*) filter (where journal.create_partition((date_trunc('month', today) + n * interval '1 month')::date))::integer
    from generate_series(-24, 3) as n
$$;
comment on function journal.create_partitions_around(date) is 'Creates the missing partitions from 24 months before the date to 3 months after; returns how many it created.';

select journal.create_partitions_around(current_date);
