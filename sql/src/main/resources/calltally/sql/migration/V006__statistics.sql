-- Statistics: sums per hour and line, per day and manager, per day and source. Percent exist only on paper.

create schema stats;
comment on schema stats is 'Sums derived from calls and attempts, a local date at a time; can be rebuilt at any time.';

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
    constraint hourly_line_is_one_row unique nulls not distinct (source_id, local_date, hour_start, line),
    constraint hourly_line_incoming_is_the_sum_of_outcomes check (incoming = answered + missed + unfinished),
    constraint hourly_line_missed_is_the_sum_of_reasons check (
        missed = missed_caller_gave_up + missed_no_answer + missed_busy + missed_unavailable + missed_not_offered + missed_unknown)
) partition by range (source_id);
create table stats.hourly_line_rows partition of stats.hourly_line for values from (minvalue) to (maxvalue);
comment on table stats.hourly_line_rows is 'All rows of stats.hourly_line. A rebuild makes another one and puts it in its place.';

comment on table stats.hourly_line is 'One row per source, local hour and line (null: no line known) with at least one call that is not internal.';
comment on column stats.hourly_line.source_id is 'The source.';
comment on column stats.hourly_line.hour_start is 'Start of the local hour, as an instant; the hour that a clock change repeats has two rows.';
comment on column stats.hourly_line.local_date is 'Local date of the hour.';
comment on column stats.hourly_line.line is 'The line; null when unknown, as for most outgoing calls.';
comment on column stats.hourly_line.line_name is 'Its name in the directory on that date.';
comment on column stats.hourly_line.department is 'Its department on that date.';
comment on column stats.hourly_line.incoming is 'Incoming calls: answered + missed + unfinished.';
comment on column stats.hourly_line.answered is 'Incoming calls answered.';
comment on column stats.hourly_line.missed is 'Incoming calls missed: the sum of the six reasons.';
comment on column stats.hourly_line.unfinished is 'Incoming calls without an outcome so far; in no rate.';
comment on column stats.hourly_line.short_missed is 'Missed with wait < the short-call limit, whatever the reason.';
comment on column stats.hourly_line.missed_caller_gave_up is 'Missed because the caller gave up while a manager was rung.';
comment on column stats.hourly_line.missed_no_answer is 'Missed because nobody who was rung picked up.';
comment on column stats.hourly_line.missed_busy is 'Missed because all were busy.';
comment on column stats.hourly_line.missed_unavailable is 'Missed because phones were unavailable or failed.';
comment on column stats.hourly_line.missed_not_offered is 'Missed without any manager being rung.';
comment on column stats.hourly_line.missed_unknown is 'Missed for a reason that the notifications do not tell.';
comment on column stats.hourly_line.missed_outside_hours is 'Missed outside configured working hours.';
comment on column stats.hourly_line.answered_in_time is 'Answered with wait <= the service-level threshold.';
comment on column stats.hourly_line.wait_answered_sum is 'Seconds: sum of known waits of answered incoming calls.';
comment on column stats.hourly_line.wait_answered_count is 'Answered incoming calls with a known wait.';
comment on column stats.hourly_line.wait_missed_sum is 'Seconds: sum of known waits of missed incoming calls.';
comment on column stats.hourly_line.wait_missed_count is 'Missed incoming calls with a known wait.';
comment on column stats.hourly_line.wait_max is 'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column stats.hourly_line.talk_sum is 'Seconds: sum of known talks of answered incoming calls.';
comment on column stats.hourly_line.talk_count is 'Answered incoming calls with a known talk.';
comment on column stats.hourly_line.outgoing is 'Outgoing calls.';
comment on column stats.hourly_line.connected is 'Outgoing calls answered.';
comment on column stats.hourly_line.outgoing_missed is 'Outgoing calls not answered; with connected the denominator of the connect rate.';

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
    unavailable          integer          not null,
    taken_by_another     integer          not null,
    caller_gave_up       integer          not null,
    other                integer          not null,
    missed_calls         integer          not null,
    ring_sum             numeric          not null,
    ring_count           integer          not null,
    ring_median          numeric,
    ring_p90             numeric,
    talk_sum             numeric          not null,
    talk_count           integer          not null,
    outgoing             integer          not null,
    connected            integer          not null,
    outgoing_missed      integer          not null,
    outgoing_talk_sum    numeric          not null,
    callbacks            integer          not null,
    callback_tries       integer          not null,
    first_activity       timestamptz,
    last_activity        timestamptz,
    constraint daily_manager_pk primary key (source_id, local_date, manager),
    constraint daily_manager_attempts_are_the_sum_of_outcomes check (
        attempts = answered + no_answer + busy + unavailable + taken_by_another + caller_gave_up + other)
) partition by range (source_id);
create table stats.daily_manager_rows partition of stats.daily_manager for values from (minvalue) to (maxvalue);
comment on table stats.daily_manager_rows is 'All rows of stats.daily_manager. A rebuild makes another one and puts it in its place.';

comment on table stats.daily_manager is 'One row per source, local date and manager with at least one attempt, answered or placed call that is not internal.';
comment on column stats.daily_manager.source_id is 'The source.';
comment on column stats.daily_manager.local_date is 'Local date of the start of the calls.';
comment on column stats.daily_manager.manager is 'His name in the directory, else his number.';
comment on column stats.daily_manager.manager_number is 'His number; null when the directory gives him several.';
comment on column stats.daily_manager.department is 'His department on that date; null when not given.';
comment on column stats.daily_manager.attempts is 'Rings of his phones: the sum of the seven outcomes.';
comment on column stats.daily_manager.calls_offered is 'Distinct calls among the attempts.';
comment on column stats.daily_manager.calls_answered is 'Answered incoming calls whose manager he is.';
comment on column stats.daily_manager.answered is 'Attempts answered.';
comment on column stats.daily_manager.no_answer is 'Attempts that he let ring.';
comment on column stats.daily_manager.busy is 'Attempts that found him busy.';
comment on column stats.daily_manager.unavailable is 'Attempts that found his phone unavailable.';
comment on column stats.daily_manager.taken_by_another is 'Attempts that ended because somebody else answered.';
comment on column stats.daily_manager.caller_gave_up is 'Attempts that ended because the caller hung up.';
comment on column stats.daily_manager.other is 'Attempts with the outcomes other, ringing and unknown.';
comment on column stats.daily_manager.missed_calls is 'Distinct missed calls in which he had an attempt no_answer.';
comment on column stats.daily_manager.ring_sum is 'Seconds: sum of known ring times of answered attempts.';
comment on column stats.daily_manager.ring_count is 'Answered attempts with a known ring time.';
comment on column stats.daily_manager.ring_median is 'Seconds: median ring time of answered attempts, continuous; null without one.';
comment on column stats.daily_manager.ring_p90 is 'Seconds: 90th percentile of the same, continuous; null without one.';
comment on column stats.daily_manager.talk_sum is 'Seconds: sum of known talks of the incoming calls that he answered.';
comment on column stats.daily_manager.talk_count is 'Incoming calls that he answered with a known talk.';
comment on column stats.daily_manager.outgoing is 'Calls that he placed.';
comment on column stats.daily_manager.connected is 'Calls that he placed and that were answered.';
comment on column stats.daily_manager.outgoing_missed is 'Calls that he placed and that were not answered; with connected the denominator of the connect rate.';
comment on column stats.daily_manager.outgoing_talk_sum is 'Seconds: sum of known talks of the calls that he placed.';
comment on column stats.daily_manager.callbacks is 'Calls that he placed and that were the first answered contact of at least one missed call.';
comment on column stats.daily_manager.callback_tries is 'Calls that he placed to a customer waiting for a call-back and that were not answered.';
comment on column stats.daily_manager.first_activity is 'First attempt answered (its start, else its end) or call placed; null without one.';
comment on column stats.daily_manager.last_activity is 'Last attempt answered or call placed; null without one.';

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
    calls                      integer          not null,
    calls_complete             integer          not null,
    unfinished                 integer          not null,
    internal                   integer          not null,
    start_missing              integer          not null,
    mixed_direction            integer          not null,
    contradiction              integer          not null,
    negative_time              integer          not null,
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
create table stats.daily_quality_rows partition of stats.daily_quality for values from (minvalue) to (maxvalue);
comment on table stats.daily_quality_rows is 'All rows of stats.daily_quality. A rebuild makes another one and puts it in its place.';

comment on table stats.daily_quality is 'One row per source and local date with at least one notification or call: how far the figures of the day can be trusted.';
comment on column stats.daily_quality.source_id is 'The source.';
comment on column stats.daily_quality.local_date is 'Local date of the notifications'' occurred_at (of their arrival for events without a time) and of the calls'' start.';
comment on column stats.daily_quality.notifications is 'Notifications.';
comment on column stats.daily_quality.unknown_events is 'Notifications whose event is none that we know.';
comment on column stats.daily_quality.late is 'Notifications received more than 5 minutes after they occurred; imported ones are never late.';
comment on column stats.daily_quality.time_without_offset is 'Notifications whose time had no offset and was read in the source''s zone.';
comment on column stats.daily_quality.clock_ahead is 'Notifications whose time lay more than 5 minutes in the future.';
comment on column stats.daily_quality.unknown_status is 'Notifications with a status that we do not know; it counts as other.';
comment on column stats.daily_quality.unreadable_duration is 'Notifications whose duration was unreadable or negative.';
comment on column stats.daily_quality.calls is 'Calls, internal ones included.';
comment on column stats.daily_quality.calls_complete is 'Calls with start, end and paired members.';
comment on column stats.daily_quality.unfinished is 'Calls without an outcome.';
comment on column stats.daily_quality.internal is 'Calls between managers; in no other figure.';
comment on column stats.daily_quality.start_missing is 'Calls whose start was not received.';
comment on column stats.daily_quality.mixed_direction is 'Calls with incoming and outgoing notifications.';
comment on column stats.daily_quality.contradiction is 'Calls whose verdict contradicts their notifications.';
comment on column stats.daily_quality.negative_time is 'Calls with a negative wait or talk, which is null then.';
comment on column stats.daily_quality.attempts_without_start is 'Attempts without a start, implied ones apart.';
comment on column stats.daily_quality.attempts_without_end is 'Attempts without an end, implied ones apart.';
comment on column stats.daily_quality.longest_silence_seconds is 'Seconds: longest time within working hours without a notification; null without configured working hours.';
comment on column stats.daily_quality.silence_starts_at is 'When that silence began, the earliest of equals; null without one.';
comment on column stats.daily_quality.silence_ends_at is 'When it ended; null without one.';
comment on column stats.daily_quality.gaps is 'Times within working hours between one notification and the next, the shifts'' starts and known ends included.';
comment on column stats.daily_quality.short_gap_seconds is 'Seconds: the longest of them up to 40 minutes; null without one.';
comment on column stats.daily_quality.long_gaps_seconds is 'Seconds: all of them above 40 minutes, in ascending order. Only these can raise the limit of silence above 2 h, so that no other is kept.';

-- What of each call, attempt and placed call counts: every figure is a count or a sum of these columns.

create view stats.counted_call as
select
    c.source_id,
    c.pbx_id,
    c.hour_start,
    c.local_date,
    c.local_hour,
    c.started_at,
    c.line,
    c.line_name,
    c.department,
    c.manager,
    case when c.direction = 'incoming' then 1 end as incoming,
    case when c.direction = 'incoming' and c.outcome = 'answered' then 1 end as answered,
    case when c.direction = 'incoming' and c.outcome = 'missed' then 1 end as missed,
    case when c.direction = 'incoming' and c.outcome = 'unfinished' then 1 end as unfinished,
    case when c.is_short then 1 end as short_missed,
    case when c.missed_reason = 'caller_gave_up' then 1 end as missed_caller_gave_up,
    case when c.missed_reason = 'no_answer' then 1 end as missed_no_answer,
    case when c.missed_reason = 'busy' then 1 end as missed_busy,
    case when c.missed_reason = 'unavailable' then 1 end as missed_unavailable,
    case when c.missed_reason = 'not_offered' then 1 end as missed_not_offered,
    case when c.missed_reason = 'unknown' then 1 end as missed_unknown,
    case when c.missed_reason is not null and not c.in_working_hours then 1 end as missed_outside_hours,
    case when c.direction = 'incoming' and c.outcome = 'answered'
        and c.wait_seconds <= extract(epoch from s.service_level_threshold) then 1 end as answered_in_time,
    case when c.missed_reason is not null
        and c.wait_seconds <= extract(epoch from s.service_level_threshold) then 1 end as missed_in_time,
    case when c.direction = 'incoming' and c.outcome = 'answered' then c.wait_seconds end as wait_answered,
    case when c.missed_reason is not null then c.wait_seconds end as wait_missed,
    case when c.direction = 'incoming' and c.outcome = 'answered' then c.talk_seconds end as talk,
    case when c.direction = 'incoming' then c.customer end as caller,
    case when c.direction = 'outgoing' then 1 end as outgoing,
    case when c.direction = 'outgoing' and c.outcome = 'answered' then 1 end as connected,
    case when c.direction = 'outgoing' and c.outcome = 'missed' then 1 end as outgoing_missed
from calls.call as c
join config.source as s using (source_id)
where not c.is_internal;

comment on view stats.counted_call is 'One row per call, internal ones apart: what of it counts in the figures of section 6. A column is 1 or a value when the call counts in the figure of that name, else null.';
comment on column stats.counted_call.source_id is 'The source.';
comment on column stats.counted_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column stats.counted_call.hour_start is 'First instant of the local hour of the start.';
comment on column stats.counted_call.local_date is 'Local date of the start.';
comment on column stats.counted_call.local_hour is 'Local hour of the start, 0 to 23.';
comment on column stats.counted_call.started_at is 'Its start.';
comment on column stats.counted_call.line is 'The line; null when unknown.';
comment on column stats.counted_call.line_name is 'Its name in the directory.';
comment on column stats.counted_call.department is 'Its department.';
comment on column stats.counted_call.manager is 'Who answered an incoming or placed an outgoing call.';
comment on column stats.counted_call.incoming is 'Incoming.';
comment on column stats.counted_call.answered is 'Incoming and answered.';
comment on column stats.counted_call.missed is 'Incoming and missed.';
comment on column stats.counted_call.unfinished is 'Incoming, without an outcome.';
comment on column stats.counted_call.short_missed is 'Missed with wait < the short-call limit.';
comment on column stats.counted_call.missed_caller_gave_up is 'Missed because the caller gave up.';
comment on column stats.counted_call.missed_no_answer is 'Missed because somebody let it ring.';
comment on column stats.counted_call.missed_busy is 'Missed because everybody was busy.';
comment on column stats.counted_call.missed_unavailable is 'Missed because phones were unavailable.';
comment on column stats.counted_call.missed_not_offered is 'Missed without an attempt.';
comment on column stats.counted_call.missed_unknown is 'Missed for an unknown reason.';
comment on column stats.counted_call.missed_outside_hours is 'Missed outside configured working hours.';
comment on column stats.counted_call.answered_in_time is 'Answered with wait <= T.';
comment on column stats.counted_call.missed_in_time is 'Missed with wait <= T.';
comment on column stats.counted_call.wait_answered is 'Seconds: wait of an answered incoming call.';
comment on column stats.counted_call.wait_missed is 'Seconds: wait of a missed incoming call.';
comment on column stats.counted_call.talk is 'Seconds: talk of an answered incoming call.';
comment on column stats.counted_call.caller is 'Customer of an incoming call; null when withheld.';
comment on column stats.counted_call.outgoing is 'Outgoing.';
comment on column stats.counted_call.connected is 'Outgoing and answered.';
comment on column stats.counted_call.outgoing_missed is 'Outgoing and not answered.';

create view stats.counted_ring as
select
    a.source_id,
    a.pbx_id,
    a.local_date,
    c.local_hour,
    a.manager,
    1 as attempt,
    case when a.outcome = 'answered' then 1 end as answered,
    case when a.outcome = 'no_answer' then 1 end as no_answer,
    case when a.outcome = 'busy' then 1 end as busy,
    case when a.outcome = 'unavailable' then 1 end as unavailable,
    case when a.outcome = 'taken_by_another' then 1 end as taken_by_another,
    case when a.outcome = 'caller_gave_up' then 1 end as caller_gave_up,
    case when a.outcome in ('other', 'ringing', 'unknown') then 1 end as other,
    case when a.outcome = 'no_answer' and c.outcome = 'missed' then a.pbx_id end as missed_call,
    case when a.outcome = 'answered' then a.ring_seconds end as ring,
    case when a.outcome = 'answered' then coalesce(a.started_at, a.ended_at) end as active_at
from calls.attempt as a
-- They share the date, which lets both be found by it.
join calls.call as c using (source_id, pbx_id, local_date)
where a.manager is not null
    and not c.is_internal;

comment on view stats.counted_ring is 'One row per attempt of a known manager, those of internal calls apart: what of it counts in the figures of section 7. A column is 1 or a value when the attempt counts in the figure of that name, else null.';
comment on column stats.counted_ring.source_id is 'The source.';
comment on column stats.counted_ring.pbx_id is 'The PBX''s identifier of the call.';
comment on column stats.counted_ring.local_date is 'Local date of the call''s start.';
comment on column stats.counted_ring.local_hour is 'Local hour of the call''s start.';
comment on column stats.counted_ring.manager is 'Whose phone rang.';
comment on column stats.counted_ring.attempt is 'Every attempt.';
comment on column stats.counted_ring.answered is 'Answered.';
comment on column stats.counted_ring.no_answer is 'Let ring.';
comment on column stats.counted_ring.busy is 'Found him busy.';
comment on column stats.counted_ring.unavailable is 'Found his phone unavailable.';
comment on column stats.counted_ring.taken_by_another is 'Ended because somebody else answered.';
comment on column stats.counted_ring.caller_gave_up is 'Ended because the caller hung up.';
comment on column stats.counted_ring.other is 'The outcomes other, ringing and unknown.';
comment on column stats.counted_ring.missed_call is 'Identifier of a missed call that he let ring.';
comment on column stats.counted_ring.ring is 'Seconds: ring time of an answered attempt.';
comment on column stats.counted_ring.active_at is 'Start of an answered attempt, else its end.';

create view stats.placed_call as
select
    c.source_id,
    c.pbx_id,
    c.local_date,
    c.local_hour,
    c.manager,
    1 as outgoing,
    case when c.outcome = 'answered' then 1 end as connected,
    case when c.outcome = 'missed' then 1 end as outgoing_missed,
    c.talk_seconds as talk,
    case when c.outcome = 'answered' and exists (
        select from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer = c.customer
            and m.contact_pbx_id = c.pbx_id) then 1 end as callback,
    case when c.outcome <> 'answered' and exists (
        select from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer = c.customer
            and m.missed_at < c.started_at
            and m.missed_at >= c.started_at - s.callback_window
            and (m.contact_pbx_id is null
                or (m.contact_started_at, m.contact_pbx_id collate "C") > (c.started_at, c.pbx_id collate "C"))) then 1 end as callback_try,
    c.started_at as active_at
from calls.call as c
join config.source as s using (source_id)
where c.direction = 'outgoing'
    and c.manager is not null
    and not c.is_internal;

comment on view stats.placed_call is 'One row per outgoing call of a known manager, internal ones apart: what of it counts in the figures of section 7. A column is 1 or a value when the call counts in the figure of that name, else null. Read it in the time zone UTC: a call-back window of days is counted in hours.';
comment on column stats.placed_call.source_id is 'The source.';
comment on column stats.placed_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column stats.placed_call.local_date is 'Local date of its start.';
comment on column stats.placed_call.local_hour is 'Local hour of its start.';
comment on column stats.placed_call.manager is 'Who placed it.';
comment on column stats.placed_call.outgoing is 'Every call.';
comment on column stats.placed_call.connected is 'Answered.';
comment on column stats.placed_call.outgoing_missed is 'Not answered.';
comment on column stats.placed_call.talk is 'Seconds: its talk; null when unknown.';
comment on column stats.placed_call.callback is 'The first answered contact of at least one missed call.';
comment on column stats.placed_call.callback_try is 'Not answered, to a customer waiting for a call-back.';
comment on column stats.placed_call.active_at is 'Its start.';
