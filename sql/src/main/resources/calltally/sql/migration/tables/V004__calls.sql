-- Calls and attempts folded from notifications by calltally.reporting.call. Each table that a
-- rebuild replaces has one partition, <table>_rows, which is swapped.

create schema calls;

create table calls.call (
    source_id                   integer          not null,
    pbx_id                      text             not null,
    direction                   text             not null,
    started_at                  timestamptz      not null,
    answered_at                 timestamptz,
    ended_at                    timestamptz,
    line                        text,
    line_name                   text,
    department                  text,
    customer                    text,
    customer_key                bigint,
    manager_number              text,
    manager                     text,
    outcome                     text             not null,
    missed_reason               text,
    is_short                    boolean          not null,
    wait_seconds                numeric,
    talk_seconds                numeric,
    reported_duration_seconds   numeric,
    attempts                    integer          not null,
    recording_url               text,
    has_voicemail               boolean          not null,
    voicemail_url               text,
    tags                        text[],
    hour_start                  timestamptz      not null,
    local_date                  date             not null,
    local_hour                  smallint         not null,
    in_working_hours            boolean,
    is_internal                 boolean          not null,
    is_complete                 boolean          not null,
    anomalies                   text[]           not null,
    constraint call_pk primary key (source_id, pbx_id),
    constraint call_direction_is_known check (direction in ('incoming', 'outgoing')),
    constraint call_outcome_is_known check (outcome in ('answered', 'missed', 'unfinished')),
    constraint missed_incoming_call_has_a_reason check (
        (missed_reason is not null) = (direction = 'incoming' and outcome = 'missed')),
    constraint missed_reason_is_known check (missed_reason in (
        'no_answer', 'caller_gave_up', 'busy', 'unavailable', 'not_offered', 'unknown')),
    constraint only_missed_incoming_calls_are_short check (
        not is_short or missed_reason is not null),
    constraint wait_is_not_negative check (wait_seconds >= 0),
    constraint talk_is_not_negative check (talk_seconds >= 0),
    constraint known_customer_has_a_key check ((customer is null) = (customer_key is null))
) partition by range (source_id);
create table calls.call_rows partition of calls.call
    for values from (minvalue) to (maxvalue);

create index call_by_day on calls.call (source_id, local_date);
create index call_by_customer on calls.call (source_id, customer, started_at);
create index call_by_customer_key on calls.call (source_id, customer_key, started_at);
create index call_missed_by_end
    on calls.call (source_id, customer_key, coalesce(ended_at, started_at))
    where direction = 'incoming' and outcome = 'missed' and not is_internal;
create index call_placed_by_start
    on calls.call (source_id, customer_key, started_at)
    where direction = 'outgoing' and not is_internal;
create index call_answered_after_a_day
    on calls.call (source_id, customer_key)
    where outcome = 'answered' and not is_internal
        and answered_at - started_at > interval '1 day';
create index call_answered_by_answer
    on calls.call (source_id, customer_key, greatest(started_at, answered_at))
    where outcome = 'answered' and not is_internal;

create table calls.attempt (
    source_id        integer          not null,
    pbx_id           text             not null,
    attempt_no       integer          not null,
    manager_number   text,
    manager          text,
    department       text,
    started_at       timestamptz,
    ended_at         timestamptz,
    outcome          text             not null,
    ring_seconds     numeric,
    implied          boolean          not null,
    local_date       date             not null,
    busy_in_call     boolean          not null default false,
    talk_seconds     numeric,
    transfer_in      boolean          not null,
    transfer_out     boolean          not null,
    constraint attempt_pk primary key (source_id, pbx_id, attempt_no),
    constraint attempt_outcome_is_known check (outcome in (
        'answered', 'taken_by_another', 'busy', 'unavailable', 'caller_gave_up', 'no_answer',
        'other', 'ringing', 'unknown')),
    constraint ring_time_is_not_negative check (ring_seconds >= 0),
    constraint talk_share_is_not_negative check (talk_seconds >= 0),
    constraint only_busy_attempts_are_busy_in_a_call check (
        not busy_in_call or outcome = 'busy')
) partition by range (source_id);
create table calls.attempt_rows partition of calls.attempt
    for values from (minvalue) to (maxvalue);

create index attempt_by_day on calls.attempt (source_id, local_date);
create index attempt_busy_by_manager
    on calls.attempt (source_id, manager, coalesce(started_at, ended_at))
    where outcome = 'busy';

create table calls.engagement (
    source_id       integer       not null,
    pbx_id          text          not null,
    manager         text          not null,
    engaged_from    timestamptz   not null,
    engaged_until   timestamptz   not null,
    constraint engagement_pk primary key (source_id, pbx_id, manager, engaged_from),
    constraint engagement_lasts_four_hours_at_most check (
        engaged_until between engaged_from and engaged_from + interval '4 hours')
) partition by range (source_id);
create table calls.engagement_rows partition of calls.engagement
    for values from (minvalue) to (maxvalue);

create index engagement_by_manager
    on calls.engagement (source_id, manager, engaged_from);

create table calls.missed_call (
    source_id               integer       not null,
    pbx_id                  text          not null,
    presumed                boolean       not null,
    customer                text,
    customer_key            bigint,
    line                    text,
    missed_at               timestamptz   not null,
    local_date              date          not null,
    followed_from           timestamptz   not null,
    followed_until          timestamptz,
    callback_started_at     timestamptz,
    contact_pbx_id          text,
    contact_direction       text,
    contact_line            text,
    contact_at              timestamptz,
    contact_since           timestamptz,
    contact_manager         text,
    constraint missed_call_pk primary key (source_id, pbx_id, presumed),
    constraint contact_direction_is_known check (contact_direction in ('incoming', 'outgoing')),
    constraint known_caller_has_a_key check ((customer is null) = (customer_key is null))
) partition by range (source_id);
create table calls.missed_call_rows partition of calls.missed_call
    for values from (minvalue) to (maxvalue);

create index missed_call_by_day on calls.missed_call (source_id, local_date);
create index missed_call_by_end on calls.missed_call (source_id, missed_at);
create index missed_call_by_customer on calls.missed_call (source_id, customer_key, missed_at);

create table calls.marked_call (
    source_id   integer   not null,
    pbx_id      text      not null,
    constraint marked_call_pk primary key (source_id, pbx_id)
);

create table calls.marked_day (
    source_id    integer   not null,
    local_date   date      not null,
    constraint marked_day_pk primary key (source_id, local_date)
);

create table calls.stale_call (
    source_id   integer   not null,
    pbx_id      text      not null,
    constraint stale_call_pk primary key (source_id, pbx_id)
);

create table calls.stale_busy_attempt (
    source_id    integer   not null,
    pbx_id       text      not null,
    attempt_no   integer   not null,
    constraint stale_busy_attempt_pk primary key (source_id, pbx_id, attempt_no)
);

create table calls.stale_customer (
    source_id      integer       not null,
    customer_key   bigint        not null,
    since          timestamptz   not null,
    until          timestamptz   not null,
    constraint stale_customer_pk primary key (source_id, customer_key)
);

create table calls.stale_day (
    source_id    integer   not null,
    local_date   date      not null,
    constraint stale_day_pk primary key (source_id, local_date)
);

create table calls.failing_call (
    source_id    integer    not null,
    pbx_id       text       not null,
    local_date   date       not null,
    begun        smallint   not null,
    version      text       not null,
    constraint failing_call_pk primary key (source_id, pbx_id),
    constraint failing_call_was_begun check (begun > 0)
);

create table calls.unended_refresh (
    slice   integer   not null,
    begun   integer   not null default 0,
    constraint unended_refresh_pk primary key (slice)
);

insert into calls.unended_refresh (slice)
values (0);

create table calls.refresh_cursor (
    slice               integer       not null,
    system_identifier   bigint        not null,
    ingest_xid          xid8          not null default '0',
    notification_id     bigint        not null default 0,
    refreshed_at        timestamptz,
    constraint refresh_cursor_pk primary key (slice),
    constraint slice_is_not_negative check (slice >= 0)
);

insert into calls.refresh_cursor (slice, system_identifier)
select 0, system_identifier
from pg_control_system();
