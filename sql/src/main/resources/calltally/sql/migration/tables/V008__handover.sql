-- A caller whose wait somebody is notified of. The number is not stored: it is looked up when a
-- message is written, so that erasing it and pseudonyms reach it.

create table ledger.waiting_caller (
    source_id       integer       not null,
    caller_id       bigint        generated always as identity,
    customer_key    bigint        not null,
    pbx_id          text          not null,
    line            text,
    department      text,
    missed_at       timestamptz   not null,
    details         jsonb         not null,
    handed_to       text[]        not null default '{}',
    overdue_since   timestamptz,
    settled_as      text,
    settled_at      timestamptz,
    settled_by      text,
    constraint waiting_caller_pk primary key (source_id, caller_id),
    constraint waiting_caller_belongs_to_source foreign key (source_id) references config.source,
    constraint waiting_caller_is_recorded_once unique (source_id, customer_key, pbx_id),
    constraint waiting_caller_is_settled_as_known check (
        settled_as in ('returned', 'came_back', 'expired')),
    constraint waiting_caller_is_settled_at_a_time check (
        (settled_as is null) = (settled_at is null))
);

create unique index waiting_caller_waits_once on ledger.waiting_caller (source_id, customer_key)
    where settled_at is null;

-- A message notifies one receiver of one caller or of several; a notice is one of them. Notices
-- without a message have not been sent yet.

create table ledger.caller_message (
    message_id        bigint        generated always as identity,
    channel           text          not null,
    created_at        timestamptz   not null,
    attempts          integer       not null default 0,
    next_attempt_at   timestamptz,
    notified_at       timestamptz,
    answer            text,
    constraint caller_message_pk primary key (message_id),
    constraint caller_message_delivered_is_over check (
        notified_at is null or next_attempt_at is null)
);

create index caller_message_waiting on ledger.caller_message (next_attempt_at)
    where next_attempt_at is not null;
create index caller_message_by_channel on ledger.caller_message (channel, created_at);

create table ledger.caller_notice (
    source_id      integer       not null,
    caller_id      bigint        not null,
    kind           text          not null,
    channel        text          not null,
    mask_numbers   boolean       not null,
    recorded_at    timestamptz   not null,
    message_id     bigint,
    constraint caller_notice_pk primary key (source_id, caller_id, kind, channel),
    constraint caller_notice_belongs_to_waiting_caller foreign key (source_id, caller_id)
        references ledger.waiting_caller on delete cascade,
    constraint caller_notice_refers_to_caller_message
        foreign key (message_id) references ledger.caller_message,
    constraint caller_notice_kind_is_known check (kind in ('waiting', 'overdue', 'settled'))
);

create index caller_notice_unsent
    on ledger.caller_notice (channel, recorded_at, source_id, caller_id)
    where message_id is null;
create index caller_notice_by_message on ledger.caller_notice (message_id);

-- The task about a waiting caller in a CRM. A row whose task may exist, though no answer says so,
-- is unknown: the CRM is asked before anything is created.

create table ledger.caller_task (
    source_id          integer       not null,
    caller_id          bigint        not null,
    receiver           text          not null,
    state              text          not null default 'due',
    details            jsonb         not null,
    revision           integer       not null default 1,
    written_revision   integer       not null default 0,
    due_at             timestamptz   not null,
    task               text,
    recorded_at        timestamptz   not null,
    changed_at         timestamptz   not null,
    attempts           integer       not null default 0,
    next_attempt_at    timestamptz   not null,
    fence              bigint        not null default 0,
    answer             text,
    constraint caller_task_pk primary key (source_id, caller_id, receiver),
    constraint caller_task_belongs_to_waiting_caller foreign key (source_id, caller_id)
        references ledger.waiting_caller on delete cascade,
    constraint caller_task_state_is_known check (
        state in ('due', 'open', 'updated', 'closed', 'unknown', 'failed')),
    constraint caller_task_open_one_is_known check (
        state not in ('open', 'updated') or task is not null),
    constraint caller_task_writes_known_revisions check (written_revision <= revision)
);

create index caller_task_pending
    on ledger.caller_task (receiver, next_attempt_at, recorded_at, caller_id)
    where state in ('due', 'unknown')
        or (state in ('open', 'updated') and written_revision < revision);
