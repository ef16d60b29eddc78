-- Every notification as received, stored once and never changed; rejected requests; retention.

create schema journal;

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
    exchange         text          not null default 'sipsim',
    zone             text,
    region           text,
    alias            text,
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
        length(event) <= 200 and length(pbx_id) <= 200
        and length(caller) <= 255 and length(receiver) <= 255 and length(alias) <= 200),
    constraint notification_is_read_at_intake_or_in_a_zone check (
        exchange = 'sipsim' or (zone is not null and region is not null)),
    constraint notification_method_is_known check (method in ('GET', 'POST', 'FILE')),
    constraint notification_channel_is_known check (channel in ('http', 'import'))
) partition by range (occurred_at);

create table journal.notification_other partition of journal.notification default;

create index notification_by_call on journal.notification (source_id, pbx_id, occurred_at);
create index notification_by_ingest on journal.notification (ingest_xid, id);
create index notification_without_time on journal.notification_other (source_id, received_at)
    where occurred_at = '-infinity';

create index notification_by_digest on journal.notification (source_id, digest)
    where 'time_of_receipt' = any (remarks);
create index notification_with_alias on journal.notification (source_id, pbx_id)
    where alias is not null;
create index notification_by_alias on journal.notification (source_id, alias)
    where alias is not null;

create table journal.duplicate (
    source_id    integer   not null,
    local_date   date      not null,
    deliveries   bigint    not null,
    constraint duplicate_pk primary key (source_id, local_date),
    constraint duplicate_deliveries_are_positive check (deliveries > 0)
);

create table journal.rejected (
    source_id      integer       not null,
    id             bigint        generated always as identity,
    received_at    timestamptz   not null,
    reason         text          not null,
    field          text,
    method         text          not null,
    channel        text          not null,
    content_type   text,
    path           text,
    query          text,
    body           bytea,
    size           bigint        not null,
    replayed_at    timestamptz,
    constraint rejected_pk primary key (source_id, id),
    constraint rejected_content_is_bounded check (octet_length(body) + octet_length(query) <= 65536)
);

create table journal.rejected_day (
    source_id    integer   not null,
    local_date   date      not null,
    requests     bigint    not null,
    kept         bigint    not null,
    kept_bytes   bigint    not null,
    constraint rejected_day_pk primary key (source_id, local_date),
    constraint rejected_day_keeps_what_came check (kept <= requests)
);

create table journal.writer (
    writer   uuid     not null,
    batch    bigint   not null,
    constraint writer_pk primary key (writer)
) with (fillfactor = 10);

create table journal.followed_file (
    source_id    integer   not null,
    path         text      not null,
    first_line   text      not null,
    bytes        bigint    not null,
    lines        bigint    not null,
    constraint followed_file_pk primary key (source_id, path),
    constraint followed_file_belongs_to_source foreign key (source_id) references config.source
);

create table journal.horizon (
    source_id            integer       not null,
    notifications_from   timestamptz   not null default '-infinity',
    calls_from           timestamptz   not null default '-infinity',
    derived_from         timestamptz   not null
        generated always as (greatest(notifications_from, calls_from)) stored,
    recordings_from      timestamptz   not null default '-infinity',
    statistics_from      date          not null default '-infinity',
    constraint horizon_pk primary key (source_id),
    constraint horizon_belongs_to_source foreign key (source_id) references config.source
);

create table journal.deletion_log (
    source_id     integer       not null,
    entry_id   bigint        generated always as identity,
    done_at       timestamptz   not null default now(),
    db_role       text          not null default session_user,
    kind          text          not null,
    until         timestamptz,
    affected_rows        bigint        not null,
    constraint deletion_log_pk primary key (source_id, entry_id),
    constraint deletion_log_belongs_to_source foreign key (source_id) references config.source,
    constraint deletion_log_kind_is_known check (kind in (
        'notifications dropped', 'requests deleted', 'calls deleted', 'recording links removed',
        'numbers pseudonymised', 'customer erased', 'customer exported', 'reports removed',
        'page access deleted'))
);

create table journal.pseudonym_key (
    singleton    boolean   not null default true,
    inner_pad    bytea     not null,
    outer_pad    bytea     not null,
    constraint pseudonym_key_pk primary key (singleton),
    constraint pseudonym_key_is_one_row check (singleton),
    constraint pseudonym_key_is_of_sha256 check (
        octet_length(inner_pad) = 64 and octet_length(outer_pad) = 64)
);

insert into journal.pseudonym_key (inner_pad, outer_pad)
select
    decode(string_agg(lpad(to_hex(p.byte # 54), 2, '0'), '' order by p.position), 'hex'),
    decode(string_agg(lpad(to_hex(p.byte # 92), 2, '0'), '' order by p.position), 'hex')
from (
    select
        n as position,
        case when n < 32 then get_byte(k.bytes, n) else 0 end as byte
    from (
        select sha256(
            uuid_send(gen_random_uuid())
            || uuid_send(gen_random_uuid())
            || uuid_send(gen_random_uuid())) as bytes
    ) as k
    cross join generate_series(0, 63) as n
) as p;
