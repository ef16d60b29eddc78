-- The statistics of lines, of managers and of data quality, as the refresh computes them anew.

create view stats.stale_hourly_line as
select
    c.source_id,
    c.hour_start,
    c.local_date,
    c.line,
    max(c.line_name) as line_name,
    max(c.department) as department,
    count(c.incoming)::integer as incoming,
    count(c.answered)::integer as answered,
    count(c.missed)::integer as missed,
    count(c.unfinished)::integer as unfinished,
    count(c.short_missed)::integer as short_missed,
    count(c.missed_caller_gave_up)::integer as missed_caller_gave_up,
    count(c.missed_no_answer)::integer as missed_no_answer,
    count(c.missed_busy)::integer as missed_busy,
    count(c.missed_unavailable)::integer as missed_unavailable,
    count(c.missed_not_offered)::integer as missed_not_offered,
    count(c.missed_unknown)::integer as missed_unknown,
    count(c.missed_outside_hours)::integer as missed_outside_hours,
    count(c.answered_in_time)::integer as answered_in_time,
    coalesce(sum(c.wait_answered), 0) as wait_answered_sum,
    count(c.wait_answered)::integer as wait_answered_count,
    coalesce(sum(c.wait_missed), 0) as wait_missed_sum,
    count(c.wait_missed)::integer as wait_missed_count,
    max(c.wait_answered) as wait_max,
    coalesce(sum(c.talk), 0) as talk_sum,
    count(c.talk)::integer as talk_count,
    count(c.outgoing)::integer as outgoing,
    count(c.connected)::integer as connected,
    count(c.outgoing_missed)::integer as outgoing_missed
from calls.stale_day as d
join stats.counted_call as c using (source_id, local_date)
group by c.source_id, c.hour_start, c.local_date, c.line;

comment on view stats.stale_hourly_line is 'One row per local hour and line of the stale days, computed from calls; columns as in stats.hourly_line.';
comment on column stats.stale_hourly_line.source_id is 'The source.';
comment on column stats.stale_hourly_line.hour_start is 'Start of the local hour, as an instant; the hour that a clock change repeats has two rows.';
comment on column stats.stale_hourly_line.local_date is 'Local date of the hour.';
comment on column stats.stale_hourly_line.line is 'The line; null when unknown, as for most outgoing calls.';
comment on column stats.stale_hourly_line.line_name is 'Its name in the directory on that date.';
comment on column stats.stale_hourly_line.department is 'Its department on that date.';
comment on column stats.stale_hourly_line.incoming is 'Incoming calls: answered + missed + unfinished.';
comment on column stats.stale_hourly_line.answered is 'Incoming calls answered.';
comment on column stats.stale_hourly_line.missed is 'Incoming calls missed: the sum of the six reasons.';
comment on column stats.stale_hourly_line.unfinished is 'Incoming calls without an outcome so far; in no rate.';
comment on column stats.stale_hourly_line.short_missed is 'Missed with wait < the short-call limit, whatever the reason.';
comment on column stats.stale_hourly_line.missed_caller_gave_up is 'Missed because the caller gave up while a manager was rung.';
comment on column stats.stale_hourly_line.missed_no_answer is 'Missed because nobody who was rung picked up.';
comment on column stats.stale_hourly_line.missed_busy is 'Missed because all were busy.';
comment on column stats.stale_hourly_line.missed_unavailable is 'Missed because phones were unavailable or failed.';
comment on column stats.stale_hourly_line.missed_not_offered is 'Missed without any manager being rung.';
comment on column stats.stale_hourly_line.missed_unknown is 'Missed for a reason that the notifications do not tell.';
comment on column stats.stale_hourly_line.missed_outside_hours is 'Missed outside configured working hours.';
comment on column stats.stale_hourly_line.answered_in_time is 'Answered with wait <= the service-level threshold.';
comment on column stats.stale_hourly_line.wait_answered_sum is 'Seconds: sum of known waits of answered incoming calls.';
comment on column stats.stale_hourly_line.wait_answered_count is 'Answered incoming calls with a known wait.';
comment on column stats.stale_hourly_line.wait_missed_sum is 'Seconds: sum of known waits of missed incoming calls.';
comment on column stats.stale_hourly_line.wait_missed_count is 'Missed incoming calls with a known wait.';
comment on column stats.stale_hourly_line.wait_max is 'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column stats.stale_hourly_line.talk_sum is 'Seconds: sum of known talks of answered incoming calls.';
comment on column stats.stale_hourly_line.talk_count is 'Answered incoming calls with a known talk.';
comment on column stats.stale_hourly_line.outgoing is 'Outgoing calls.';
comment on column stats.stale_hourly_line.connected is 'Outgoing calls answered.';
comment on column stats.stale_hourly_line.outgoing_missed is 'Outgoing calls not answered; with connected the denominator of the connect rate.';

create view stats.stale_daily_manager as
with ring_sum as (
    select
        r.source_id,
        r.local_date,
        r.manager,
        count(r.attempt) as attempts,
        count(distinct r.pbx_id) as calls_offered,
        count(r.answered) as answered,
        count(r.no_answer) as no_answer,
        count(r.busy) as busy,
        count(r.unavailable) as unavailable,
        count(r.taken_by_another) as taken_by_another,
        count(r.caller_gave_up) as caller_gave_up,
        count(r.other) as other,
        count(distinct r.missed_call) as missed_calls,
        sum(r.ring) as ring_sum,
        count(r.ring) as ring_count,
        percentile_cont(0.5) within group (order by r.ring) as ring_median,
        percentile_cont(0.9) within group (order by r.ring) as ring_p90,
        min(r.active_at) as first_activity,
        max(r.active_at) as last_activity
    from calls.stale_day as d
    join stats.counted_ring as r using (source_id, local_date)
    group by r.source_id, r.local_date, r.manager
),
answered_sum as (
    select
        c.source_id,
        c.local_date,
        c.manager,
        count(c.answered) as calls_answered,
        sum(c.talk) as talk_sum,
        count(c.talk) as talk_count
    from calls.stale_day as d
    join stats.counted_call as c using (source_id, local_date)
    where c.answered = 1
        and c.manager is not null
    group by c.source_id, c.local_date, c.manager
),
placed_sum as (
    select
        p.source_id,
        p.local_date,
        p.manager,
        count(p.outgoing) as outgoing,
        count(p.connected) as connected,
        count(p.outgoing_missed) as outgoing_missed,
        sum(p.talk) as outgoing_talk_sum,
        count(p.callback) as callbacks,
        count(p.callback_try) as callback_tries,
        min(p.active_at) as first_activity,
        max(p.active_at) as last_activity
    from calls.stale_day as d
    join stats.placed_call as p using (source_id, local_date)
    group by p.source_id, p.local_date, p.manager
),
person as (
    select
        d.source_id,
        d.local_date,
        n.manager,
        count(*) as numbers,
        min(n.number) as number,
        max(n.department) as department
    from calls.stale_day as d
    join directory.manager_number as n
        on n.source_id = d.source_id
        and daterange(n.valid_from, n.valid_until) @> d.local_date
    group by d.source_id, d.local_date, n.manager
)
select
    source_id,
    local_date,
    manager,
    case when p.numbers is null then manager when p.numbers = 1 then p.number end as manager_number,
    p.department,
    coalesce(r.attempts, 0)::integer as attempts,
    coalesce(r.calls_offered, 0)::integer as calls_offered,
    coalesce(a.calls_answered, 0)::integer as calls_answered,
    coalesce(r.answered, 0)::integer as answered,
    coalesce(r.no_answer, 0)::integer as no_answer,
    coalesce(r.busy, 0)::integer as busy,
    coalesce(r.unavailable, 0)::integer as unavailable,
    coalesce(r.taken_by_another, 0)::integer as taken_by_another,
    coalesce(r.caller_gave_up, 0)::integer as caller_gave_up,
    coalesce(r.other, 0)::integer as other,
    coalesce(r.missed_calls, 0)::integer as missed_calls,
    coalesce(r.ring_sum, 0) as ring_sum,
    coalesce(r.ring_count, 0)::integer as ring_count,
    round(r.ring_median::numeric, 3) as ring_median,
    round(r.ring_p90::numeric, 3) as ring_p90,
    coalesce(a.talk_sum, 0) as talk_sum,
    coalesce(a.talk_count, 0)::integer as talk_count,
    coalesce(o.outgoing, 0)::integer as outgoing,
    coalesce(o.connected, 0)::integer as connected,
    coalesce(o.outgoing_missed, 0)::integer as outgoing_missed,
    coalesce(o.outgoing_talk_sum, 0) as outgoing_talk_sum,
    coalesce(o.callbacks, 0)::integer as callbacks,
    coalesce(o.callback_tries, 0)::integer as callback_tries,
    least(r.first_activity, o.first_activity) as first_activity,
    greatest(r.last_activity, o.last_activity) as last_activity
from ring_sum as r
full join answered_sum as a using (source_id, local_date, manager)
full join placed_sum as o using (source_id, local_date, manager)
left join person as p using (source_id, local_date, manager);

comment on view stats.stale_daily_manager is 'One row per stale day and manager, computed from calls and attempts; columns as in stats.daily_manager.';

create view stats.stale_daily_quality as
with day as (
    select
        d.source_id,
        d.local_date,
        d.local_date::timestamp at time zone s.zone as starts_at,
        (d.local_date + 1)::timestamp at time zone s.zone as ends_at
    from calls.stale_day as d
    join config.source as s using (source_id)
),
notification_sum as (
    select
        d.source_id,
        d.local_date,
        n.notifications,
        n.unknown_events,
        n.late,
        n.time_without_offset,
        n.clock_ahead,
        n.unknown_status,
        n.unreadable_duration
    from day as d
    -- An aggregate of each day by itself: one range of the key, however many days there are.
    cross join lateral (
        select
            count(*) as notifications,
            count(*) filter (where m.event not in (
                'incoming_call_start', 'incoming_call_start_chain_member_call', 'incoming_call_end_chain_member_call',
                'incoming_call_answer', 'incoming_call_end', 'outgoing_call_start', 'outgoing_call_answer', 'outgoing_call_end',
                'voicemail', 'tags', 'rating', 'speech', 'summary', 'sms', 'test')) as unknown_events,
            count(*) filter (where m.is_late) as late,
            count(*) filter (where 'time_without_offset' = any (m.remarks)) as time_without_offset,
            count(*) filter (where 'clock_ahead' = any (m.remarks)) as clock_ahead,
            count(*) filter (where 'unknown_status' = any (m.remarks)) as unknown_status,
            count(*) filter (where 'unreadable_duration' = any (m.remarks)) as unreadable_duration
        from (
            select
                n.event,
                n.remarks,
                n.channel <> 'import' and n.received_at - n.occurred_at > interval '5 minutes' as is_late
            from journal.notification as n
            where n.source_id = d.source_id
                and n.occurred_at >= d.starts_at
                and n.occurred_at < d.ends_at
            union all
            select
                n.event,
                n.remarks,
                false as is_late
            from journal.notification_other as n
            where n.source_id = d.source_id
                and n.occurred_at = '-infinity'
                and n.received_at >= d.starts_at
                and n.received_at < d.ends_at
        ) as m
    ) as n
    where n.notifications > 0
),
call_sum as (
    select
        c.source_id,
        c.local_date,
        count(*) as calls,
        count(*) filter (where c.is_complete) as calls_complete,
        count(*) filter (where c.outcome = 'unfinished') as unfinished,
        count(*) filter (where c.is_internal) as internal,
        count(*) filter (where 'start_missing' = any (c.anomalies)) as start_missing,
        count(*) filter (where 'mixed_direction' = any (c.anomalies)) as mixed_direction,
        count(*) filter (where 'contradiction' = any (c.anomalies)) as contradiction,
        count(*) filter (where 'negative_time' = any (c.anomalies)) as negative_time
    from calls.stale_day as d
    join calls.call as c using (source_id, local_date)
    group by c.source_id, c.local_date
),
attempt_sum as (
    select
        a.source_id,
        a.local_date,
        count(*) filter (where a.started_at is null) as attempts_without_start,
        count(*) filter (where a.ended_at is null) as attempts_without_end
    from calls.stale_day as d
    join calls.attempt as a using (source_id, local_date)
    where not a.implied
    group by a.source_id, a.local_date
)
select
    source_id,
    local_date,
    coalesce(n.notifications, 0)::integer as notifications,
    coalesce(n.unknown_events, 0)::integer as unknown_events,
    coalesce(n.late, 0)::integer as late,
    coalesce(n.time_without_offset, 0)::integer as time_without_offset,
    coalesce(n.clock_ahead, 0)::integer as clock_ahead,
    coalesce(n.unknown_status, 0)::integer as unknown_status,
    coalesce(n.unreadable_duration, 0)::integer as unreadable_duration,
    coalesce(c.calls, 0)::integer as calls,
    coalesce(c.calls_complete, 0)::integer as calls_complete,
    coalesce(c.unfinished, 0)::integer as unfinished,
    coalesce(c.internal, 0)::integer as internal,
    coalesce(c.start_missing, 0)::integer as start_missing,
    coalesce(c.mixed_direction, 0)::integer as mixed_direction,
    coalesce(c.contradiction, 0)::integer as contradiction,
    coalesce(c.negative_time, 0)::integer as negative_time,
    coalesce(a.attempts_without_start, 0)::integer as attempts_without_start,
    coalesce(a.attempts_without_end, 0)::integer as attempts_without_end,
    q.longest_silence_seconds,
    q.silence_starts_at,
    q.silence_ends_at,
    coalesce(q.gaps, 0) as gaps,
    q.short_gap_seconds,
    coalesce(q.long_gaps_seconds, '{}') as long_gaps_seconds
from notification_sum as n
full join call_sum as c using (source_id, local_date)
left join attempt_sum as a using (source_id, local_date)
left join stats.stale_day_silence as q using (source_id, local_date);

comment on view stats.stale_daily_quality is 'One row per stale day on which something was received or a call started; columns as in stats.daily_quality.';

comment on column stats.stale_daily_manager.source_id is 'The source.';
comment on column stats.stale_daily_manager.local_date is 'Local date of the start of the calls.';
comment on column stats.stale_daily_manager.manager is 'His name in the directory, else his number.';
comment on column stats.stale_daily_manager.manager_number is 'His number; null when the directory gives him several.';
comment on column stats.stale_daily_manager.department is 'His department on that date; null when not given.';
comment on column stats.stale_daily_manager.attempts is 'Rings of his phones: the sum of the seven outcomes.';
comment on column stats.stale_daily_manager.calls_offered is 'Distinct calls among the attempts.';
comment on column stats.stale_daily_manager.calls_answered is 'Answered incoming calls whose manager he is.';
comment on column stats.stale_daily_manager.answered is 'Attempts answered.';
comment on column stats.stale_daily_manager.no_answer is 'Attempts that he let ring.';
comment on column stats.stale_daily_manager.busy is 'Attempts that found him busy.';
comment on column stats.stale_daily_manager.unavailable is 'Attempts that found his phone unavailable.';
comment on column stats.stale_daily_manager.taken_by_another is 'Attempts that ended because somebody else answered.';
comment on column stats.stale_daily_manager.caller_gave_up is 'Attempts that ended because the caller hung up.';
comment on column stats.stale_daily_manager.other is 'Attempts with the outcomes other, ringing and unknown.';
comment on column stats.stale_daily_manager.missed_calls is 'Distinct missed calls in which he had an attempt no_answer.';
comment on column stats.stale_daily_manager.ring_sum is 'Seconds: sum of known ring times of answered attempts.';
comment on column stats.stale_daily_manager.ring_count is 'Answered attempts with a known ring time.';
comment on column stats.stale_daily_manager.ring_median is 'Seconds: median ring time of answered attempts, continuous; null without one.';
comment on column stats.stale_daily_manager.ring_p90 is 'Seconds: 90th percentile of the same, continuous; null without one.';
comment on column stats.stale_daily_manager.talk_sum is 'Seconds: sum of known talks of the incoming calls that he answered.';
comment on column stats.stale_daily_manager.talk_count is 'Incoming calls that he answered with a known talk.';
comment on column stats.stale_daily_manager.outgoing is 'Calls that he placed.';
comment on column stats.stale_daily_manager.connected is 'Calls that he placed and that were answered.';
comment on column stats.stale_daily_manager.outgoing_missed is 'Calls that he placed and that were not answered; with connected the denominator of the connect rate.';
comment on column stats.stale_daily_manager.outgoing_talk_sum is 'Seconds: sum of known talks of the calls that he placed.';
comment on column stats.stale_daily_manager.callbacks is 'Calls that he placed and that were the first answered contact of at least one missed call.';
comment on column stats.stale_daily_manager.callback_tries is 'Calls that he placed to a customer waiting for a call-back and that were not answered.';
comment on column stats.stale_daily_manager.first_activity is 'First attempt answered (its start, else its end) or call placed; null without one.';
comment on column stats.stale_daily_manager.last_activity is 'Last attempt answered or call placed; null without one.';

comment on column stats.stale_daily_quality.source_id is 'The source.';
comment on column stats.stale_daily_quality.local_date is 'Local date of the notifications'' occurred_at (of their arrival for events without a time) and of the calls'' start.';
comment on column stats.stale_daily_quality.notifications is 'Notifications.';
comment on column stats.stale_daily_quality.unknown_events is 'Notifications whose event is none that we know.';
comment on column stats.stale_daily_quality.late is 'Notifications received more than 5 minutes after they occurred; imported ones are never late.';
comment on column stats.stale_daily_quality.time_without_offset is 'Notifications whose time had no offset and was read in the source''s zone.';
comment on column stats.stale_daily_quality.clock_ahead is 'Notifications whose time lay more than 5 minutes in the future.';
comment on column stats.stale_daily_quality.unknown_status is 'Notifications with a status that we do not know; it counts as other.';
comment on column stats.stale_daily_quality.unreadable_duration is 'Notifications whose duration was unreadable or negative.';
comment on column stats.stale_daily_quality.calls is 'Calls, internal ones included.';
comment on column stats.stale_daily_quality.calls_complete is 'Calls with start, end and paired members.';
comment on column stats.stale_daily_quality.unfinished is 'Calls without an outcome.';
comment on column stats.stale_daily_quality.internal is 'Calls between managers; in no other figure.';
comment on column stats.stale_daily_quality.start_missing is 'Calls whose start was not received.';
comment on column stats.stale_daily_quality.mixed_direction is 'Calls with incoming and outgoing notifications.';
comment on column stats.stale_daily_quality.contradiction is 'Calls whose verdict contradicts their notifications.';
comment on column stats.stale_daily_quality.negative_time is 'Calls with a negative wait or talk, which is null then.';
comment on column stats.stale_daily_quality.attempts_without_start is 'Attempts without a start, implied ones apart.';
comment on column stats.stale_daily_quality.attempts_without_end is 'Attempts without an end, implied ones apart.';
comment on column stats.stale_daily_quality.longest_silence_seconds is 'Seconds: longest time within working hours without a notification; null without configured working hours.';
comment on column stats.stale_daily_quality.silence_starts_at is 'When that silence began; null without one.';
comment on column stats.stale_daily_quality.silence_ends_at is 'When it ended; null without one.';
comment on column stats.stale_daily_quality.gaps is 'Times within working hours between one notification and the next.';
comment on column stats.stale_daily_quality.short_gap_seconds is 'Seconds: the longest of them up to 40 minutes; null without one.';
comment on column stats.stale_daily_quality.long_gaps_seconds is 'Seconds: all of them above 40 minutes, in ascending order.';
