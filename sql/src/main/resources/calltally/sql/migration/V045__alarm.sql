-- What the watch has noticed, and who was told of it. Everybody who watches one database writes here, so that an alarm is told once
-- however many watch, and however often they are started anew.

create table ledger.alarm (
    source_id   integer       not null,
    alarm_id    bigint        generated always as identity,
    kind        text          not null,
    place       text          not null default '',
    began_at    timestamptz   not null,
    ended_at    timestamptz,
    words       text          not null,
    facts       jsonb         not null,
    constraint alarm_pk primary key (source_id, alarm_id),
    constraint alarm_kind_is_known check (kind in ('feed_quiet', 'missed_rate', 'report_late', 'spool_full', 'refresh_late')),
    constraint alarm_ends_after_it_began check (ended_at >= began_at)
);
comment on table ledger.alarm is 'One row per time that something was wrong, from when it was noticed until it was well again.';
comment on column ledger.alarm.source_id is 'The source that it is about; 0 for what concerns all of them.';
comment on column ledger.alarm.alarm_id is 'Its number.';
comment on column ledger.alarm.kind is 'feed_quiet (fewer calls than is usual for the weekday and hour), missed_rate (too many of the last hour''s calls were missed), report_late (a report was not delivered by its deadline), spool_full, refresh_late.';
comment on column ledger.alarm.place is 'Where, for what each service has of its own: folder of the spool. Empty for everything else.';
comment on column ledger.alarm.began_at is 'When it was noticed.';
comment on column ledger.alarm.ended_at is 'When it was seen to be well again; null while it is not.';
comment on column ledger.alarm.words is 'What was wrong when it was noticed, in the language that the watch speaks.';
comment on column ledger.alarm.facts is 'The same for programs: names and values.';

create unique index alarm_is_open_once on ledger.alarm (source_id, kind, place) where ended_at is null;
comment on index ledger.alarm_is_open_once is 'Serves the rule that what is wrong is told once, and the search for what is.';

create table ledger.alarm_notice (
    source_id         integer       not null,
    alarm_id          bigint        not null,
    stage             text          not null,
    receiver          text          not null,
    attempts          integer       not null default 0,
    next_attempt_at   timestamptz,
    told_at           timestamptz,
    answer            text,
    constraint alarm_notice_pk primary key (source_id, alarm_id, stage, receiver),
    constraint alarm_notice_belongs_to_alarm foreign key (source_id, alarm_id) references ledger.alarm,
    constraint alarm_notice_stage_is_known check (stage in ('begin', 'end')),
    constraint alarm_notice_told_is_over check (told_at is null or next_attempt_at is null)
);
comment on table ledger.alarm_notice is 'One row per alarm, stage and receiver: each is told once that it began and once that it ended.';
comment on column ledger.alarm_notice.source_id is 'The alarm''s source; 0 for what concerns all of them.';
comment on column ledger.alarm_notice.alarm_id is 'The alarm.';
comment on column ledger.alarm_notice.stage is 'begin or end.';
comment on column ledger.alarm_notice.receiver is 'A mail address, or a webhook''s host with the beginning of its address''s SHA-256: the address itself may hold a secret.';
comment on column ledger.alarm_notice.attempts is 'How often telling was begun.';
comment on column ledger.alarm_notice.next_attempt_at is 'When it may be tried, also by another service if the one that tries now should die; null when it is over.';
comment on column ledger.alarm_notice.told_at is 'When the receiver took it; null when it has not.';
comment on column ledger.alarm_notice.answer is 'What the receiver answered last, or why it was not reached; null before the first attempt.';

create index alarm_notice_waiting on ledger.alarm_notice (source_id, next_attempt_at) where next_attempt_at is not null;
comment on index ledger.alarm_notice_waiting is 'Serves the search for notices to send.';

create function ledger.refreshed_at() returns timestamptz
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select c.refreshed_at
    from calls.refresh_cursor as c
$$;
comment on function ledger.refreshed_at() is 'When calls and statistics were last brought up to date; null before the first time.';
