-- Reports made, their figures of each day and their deliveries; alarms and their notifications;
-- callers who wait for a call-back, and who was notified. Not derived: a rebuild leaves it as it
-- is.

create schema ledger;

create table ledger.report_run (
    source_id      integer       not null,
    run_id         bigint        generated always as identity,
    kind           text          not null,
    line           text,
    department     text,
    manager        text,
    from_date      date          not null,
    until_date     date          not null,
    subscription   text,
    generated_at   timestamptz   not null,
    rendered_at    timestamptz   not null,
    constraint report_run_pk primary key (source_id, run_id),
    constraint report_run_belongs_to_source foreign key (source_id) references config.source,
    constraint report_run_kind_is_not_blank check (btrim(kind) <> ''),
    constraint report_run_has_a_period check (from_date < until_date)
);

create index report_run_by_kind on ledger.report_run (source_id, kind, run_id);

create table ledger.printed_figure (
    source_id    integer   not null,
    run_id       bigint    not null,
    local_date   date      not null,
    figure       text      not null,
    value        numeric   not null,
    constraint printed_figure_pk primary key (source_id, run_id, local_date, figure),
    constraint printed_figure_belongs_to_report_run
        foreign key (source_id, run_id) references ledger.report_run
);

-- A mailing is one subscription's report of one period; a delivery is one copy of it for one
-- recipient. Both are taken by a lease: its fence grows with every holder, and writes with an older
-- fence are refused.

create table ledger.subscription (
    source_id       integer       not null,
    subscription    text          not null,
    known_since     timestamptz   not null,
    constraint subscription_pk primary key (source_id, subscription),
    constraint subscription_belongs_to_source foreign key (source_id) references config.source,
    constraint subscription_is_not_blank check (btrim(subscription) <> '')
);

create table ledger.mailing (
    source_id         integer       not null,
    mailing_id        bigint        generated always as identity,
    subscription      text          not null,
    from_date         date          not null,
    until_date        date          not null,
    due_at            timestamptz   not null,
    deadline          timestamptz   not null,
    revision          integer       not null default 0,
    state             text          not null default 'due',
    attempts          integer       not null default 0,
    next_attempt_at   timestamptz,
    lease_until       timestamptz,
    fence             bigint        not null default 0,
    run_id            bigint,
    archive_path      text,
    masked            boolean       not null default false,
    reason            text,
    constraint mailing_pk primary key (source_id, mailing_id),
    constraint mailing_belongs_to_subscription
        foreign key (source_id, subscription) references ledger.subscription,
    constraint mailing_refers_to_report_run
        foreign key (source_id, run_id) references ledger.report_run,
    constraint mailing_has_a_period check (from_date < until_date),
    constraint mailing_dates_do_not_overlap exclude using gist (
        source_id with =, subscription with =, daterange(from_date, until_date) with &&),
    constraint mailing_revision_is_not_negative check (revision >= 0),
    constraint mailing_state_is_known check (state in (
        'due', 'rendering', 'rendered', 'empty', 'failed', 'skipped', 'withdrawn')),
    constraint mailing_rendered_is_archived check (
        state <> 'rendered' or (run_id is not null and archive_path is not null)),
    constraint mailing_without_success_has_a_reason check (
        state not in ('failed', 'skipped', 'withdrawn') or reason is not null),
    constraint mailing_due_is_tried_again check (state <> 'due' or next_attempt_at is not null),
    constraint mailing_rendering_is_leased check (state <> 'rendering' or lease_until is not null)
);

create index mailing_unfinished on ledger.mailing (source_id, next_attempt_at)
    where state in ('due', 'rendering');

create table ledger.delivery (
    source_id         integer       not null,
    mailing_id        bigint        not null,
    revision          integer       not null,
    recipient         text          not null,
    recipient_name    text,
    is_bcc         boolean       not null,
    message_id        text          not null,
    subject           text          not null,
    archive_path      text          not null,
    created_at        timestamptz   not null,
    state             text          not null default 'waiting',
    attempts          integer       not null default 0,
    lost_answers            smallint      not null default 0,
    without_attachments       boolean       not null default false,
    next_attempt_at   timestamptz,
    lease_until       timestamptz,
    fence             bigint        not null default 0,
    answer            text,
    ended_at          timestamptz,
    constraint delivery_pk primary key (source_id, mailing_id, revision, recipient),
    constraint delivery_belongs_to_mailing
        foreign key (source_id, mailing_id) references ledger.mailing,
    constraint delivery_message_id_is_unique unique (source_id, message_id),
    constraint delivery_state_is_known check (state in (
        'waiting', 'sending', 'sent', 'uncertain', 'failed')),
    constraint delivery_recipient_is_an_address check (
        recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    constraint delivery_sending_is_leased check (state <> 'sending' or lease_until is not null),
    constraint delivery_waiting_is_tried_again check (
        state <> 'waiting' or next_attempt_at is not null),
    constraint delivery_has_at_most_two_lost_answers check (lost_answers between 0 and 2)
);

create index delivery_unfinished on ledger.delivery (source_id, next_attempt_at)
    where next_attempt_at is not null;

create table ledger.removed_report (
    source_id      integer       not null,
    archive_path   text          not null,
    mailing_id     bigint        not null,
    removed_at     timestamptz   not null default now(),
    constraint removed_report_pk primary key (source_id, archive_path),
    constraint removed_report_belongs_to_mailing
        foreign key (source_id, mailing_id) references ledger.mailing
);

-- Every service of a database records its alarms here, so that each alarm is sent once, however
-- many services run and however often they start.

create table ledger.alarm (
    source_id   integer       not null,
    alarm_id    bigint        generated always as identity,
    kind        text          not null,
    place       text          not null default '',
    began_at    timestamptz   not null,
    ended_at    timestamptz,
    message       text          not null,
    details       jsonb         not null,
    constraint alarm_pk primary key (source_id, alarm_id),
    constraint alarm_kind_is_known check (kind in (
        'feed_quiet', 'missed_rate', 'report_late', 'spool_full', 'refresh_late', 'intrusion',
        'handover_late')),
    constraint alarm_ends_after_it_began check (ended_at >= began_at)
);

create unique index alarm_is_open_once on ledger.alarm (source_id, kind, place)
    where ended_at is null;

create table ledger.alarm_notice (
    source_id         integer       not null,
    alarm_id          bigint        not null,
    stage             text          not null,
    channel          text          not null,
    attempts          integer       not null default 0,
    next_attempt_at   timestamptz,
    notified_at           timestamptz,
    answer            text,
    constraint alarm_notice_pk primary key (source_id, alarm_id, stage, channel),
    constraint alarm_notice_belongs_to_alarm
        foreign key (source_id, alarm_id) references ledger.alarm,
    constraint alarm_notice_stage_is_known check (stage in ('begin', 'end')),
    constraint alarm_notice_delivered_is_over check (
        notified_at is null or next_attempt_at is null)
);

create index alarm_notice_waiting on ledger.alarm_notice (source_id, next_attempt_at)
    where next_attempt_at is not null;
