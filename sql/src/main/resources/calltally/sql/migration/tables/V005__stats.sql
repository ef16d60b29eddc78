-- Sums per hour and line, per day and manager, per day and source. Percentages exist only on paper.
-- Analysts read them through the views and functions of the schema analytics.

create schema stats;

create schema analytics;

create table stats.hourly_line (
    source_id                integer          not null,
    hour_start               timestamptz      not null,
    local_date               date             not null,
    line                     text,
    line_name                text,
    department               text,
    incoming                 integer          not null,
    answered                 integer          not null,
    missed                   integer          not null,
    unfinished               integer          not null,
    short_missed             integer          not null,
    missed_caller_gave_up    integer          not null,
    missed_no_answer         integer          not null,
    missed_busy              integer          not null,
    missed_unavailable       integer          not null,
    missed_not_offered       integer          not null,
    missed_unknown           integer          not null,
    missed_outside_hours     integer          not null,
    answered_in_time         integer          not null,
    wait_answered_sum        numeric          not null,
    wait_answered_count      integer          not null,
    wait_missed_sum          numeric          not null,
    wait_missed_count        integer          not null,
    wait_max                 numeric,
    talk_sum                 numeric          not null,
    talk_count               integer          not null,
    outgoing                 integer          not null,
    connected                integer          not null,
    outgoing_missed          integer          not null,
    constraint hourly_line_is_unique unique nulls not distinct (
        source_id, local_date, hour_start, line),
    constraint hourly_line_incoming_is_the_sum_of_outcomes check (
        incoming = answered + missed + unfinished),
    constraint hourly_line_missed_is_the_sum_of_reasons check (
        missed = missed_caller_gave_up + missed_no_answer + missed_busy + missed_unavailable
            + missed_not_offered + missed_unknown)
) partition by range (source_id);
create table stats.hourly_line_rows partition of stats.hourly_line
    for values from (minvalue) to (maxvalue);

create table stats.daily_manager (
    source_id            integer          not null,
    local_date           date             not null,
    manager              text             not null,
    manager_number       text,
    department           text,
    attempts             integer          not null,
    calls_offered        integer          not null,
    calls_answered       integer          not null,
    answered             integer          not null,
    no_answer            integer          not null,
    busy                 integer          not null,
    busy_in_call         integer          not null,
    unavailable          integer          not null,
    taken_by_another     integer          not null,
    caller_gave_up       integer          not null,
    other                integer          not null,
    untold               integer          not null,
    answerable_calls     integer          not null,
    picked_up_calls      integer          not null,
    missed_calls         integer          not null,
    ring_sum             numeric          not null,
    ring_count           integer          not null,
    ring_median          numeric,
    ring_p90             numeric,
    ring_milliseconds    bigint[]         not null,
    talk_sum             numeric          not null,
    talk_count           integer          not null,
    transfers_in         integer          not null,
    transfers_out        integer          not null,
    outgoing             integer          not null,
    connected            integer          not null,
    outgoing_missed      integer          not null,
    outgoing_talk_sum    numeric          not null,
    outgoing_talk_count  integer          not null,
    callbacks            integer          not null,
    callback_tries       integer          not null,
    first_activity       timestamptz,
    last_activity        timestamptz,
    constraint daily_manager_pk primary key (source_id, local_date, manager),
    constraint daily_manager_attempts_are_the_sum_of_outcomes check (
        attempts = answered + no_answer + busy + unavailable + taken_by_another + caller_gave_up
            + other),
    constraint daily_manager_parts_are_no_larger_than_the_whole check (
        busy_in_call <= busy and untold <= other and picked_up_calls <= answerable_calls)
) partition by range (source_id);
create table stats.daily_manager_rows partition of stats.daily_manager
    for values from (minvalue) to (maxvalue);

create table stats.daily_quality (
    source_id                  integer          not null,
    local_date                 date             not null,
    notifications              integer          not null,
    unknown_events             integer          not null,
    late                       integer          not null,
    time_without_offset        integer          not null,
    clock_ahead                integer          not null,
    unknown_status             integer          not null,
    unreadable_duration        integer          not null,
    rounded_number             integer          not null,
    recording_refused          integer          not null,
    time_of_receipt            integer          not null,
    calls                      integer          not null,
    calls_complete             integer          not null,
    unfinished                 integer          not null,
    internal                   integer          not null,
    start_missing              integer          not null,
    mixed_direction            integer          not null,
    contradiction              integer          not null,
    negative_time              integer          not null,
    long_gap                   integer          not null,
    too_many_notifications     integer          not null,
    rings_unknown              integer          not null,
    wait_unknown               integer          not null,
    set_aside                  integer          not null,
    attempts_without_start     integer          not null,
    attempts_without_end       integer          not null,
    longest_silence_seconds    numeric,
    silence_starts_at          timestamptz,
    silence_ends_at            timestamptz,
    gaps                       integer          not null default 0,
    short_gap_seconds          numeric,
    long_gaps_seconds          numeric[]        not null default '{}',
    constraint daily_quality_pk primary key (source_id, local_date)
) partition by range (source_id);
create table stats.daily_quality_rows partition of stats.daily_quality
    for values from (minvalue) to (maxvalue);
