create or replace view ${stats}.fresh_daily_quality as
with day as (
    select
        d.source_id,
        d.local_date,
        d.local_date::timestamp at time zone s.zone as starts_at,
        (d.local_date + 1)::timestamp at time zone s.zone as ends_at
    from ${calls}.stale_day as d
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
        n.unreadable_duration,
        n.rounded_number,
        n.recording_refused,
        n.time_of_receipt
    from day as d
    -- One aggregate per day, so each reads one range of the key, however many days there are.
    cross join lateral (
        select
            count(*) as notifications,
            count(*) filter (where case m.exchange
                when 'sipsim' then m.event not in (
                    'incoming_call_start', 'incoming_call_start_chain_member_call',
                    'incoming_call_end_chain_member_call', 'incoming_call_answer',
                    'incoming_call_end', 'outgoing_call_start', 'outgoing_call_answer',
                    'outgoing_call_end', 'voicemail', 'tags', 'rating', 'speech', 'summary', 'sms',
                    'test', 'rings_unknown', 'wait_unknown')
                else m.event like 'unknown:%'
            end) as unknown_events,
            count(*) filter (where m.is_late) as late,
            count(*) filter (where 'time_without_offset' = any (m.remarks)) as time_without_offset,
            count(*) filter (where 'clock_ahead' = any (m.remarks)) as clock_ahead,
            count(*) filter (where 'unknown_status' = any (m.remarks)) as unknown_status,
            count(*) filter (where 'unreadable_duration' = any (m.remarks)) as unreadable_duration,
            count(*) filter (where 'rounded_number' = any (m.remarks)) as rounded_number,
            count(*) filter (where 'recording_refused' = any (m.remarks)) as recording_refused,
            count(*) filter (where 'time_of_receipt' = any (m.remarks)) as time_of_receipt
        from (
            select
                n.exchange,
                n.event,
                -- Hardly any has one; seven searches in an empty array take longer than the rest.
                nullif(n.remarks, '{}') as remarks,
                n.channel <> 'import'
                    and n.received_at - n.occurred_at > interval '5 minutes' as is_late
            from journal.notification as n
            where n.source_id = d.source_id
                and n.occurred_at >= d.starts_at
                and n.occurred_at < d.ends_at
            union all
            select
                n.exchange,
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
        count(*) filter (where 'negative_time' = any (c.anomalies)) as negative_time,
        count(*) filter (where 'long_gap' = any (c.anomalies)) as long_gap,
        count(*) filter (
            where 'too_many_notifications' = any (c.anomalies)) as too_many_notifications,
        count(*) filter (where 'rings_unknown' = any (c.anomalies)) as rings_unknown,
        count(*) filter (
            where c.direction = 'incoming'
                and c.outcome <> 'unfinished'
                and c.wait_seconds is null) as wait_unknown
    from ${calls}.stale_day as d
    -- A day at a time, as in fresh_daily_manager.
    cross join lateral (
        select *
        from ${calls}.call as c
        where c.source_id = d.source_id
            and c.local_date = d.local_date
        offset 0
    ) as c
    group by c.source_id, c.local_date
),
attempt_sum as (
    select
        a.source_id,
        a.local_date,
        count(*) filter (where a.started_at is null) as attempts_without_start,
        count(*) filter (where a.ended_at is null) as attempts_without_end
    from ${calls}.stale_day as d
    cross join lateral (
        select *
        from ${calls}.attempt as a
        where a.source_id = d.source_id
            and a.local_date = d.local_date
        offset 0
    ) as a
    where not a.implied
    group by a.source_id, a.local_date
),
set_aside as (
    select f.source_id, f.local_date, count(*) as calls
    from calls.set_aside_call as f
    group by f.source_id, f.local_date
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
    coalesce(n.rounded_number, 0)::integer as rounded_number,
    coalesce(n.recording_refused, 0)::integer as recording_refused,
    coalesce(n.time_of_receipt, 0)::integer as time_of_receipt,
    coalesce(c.calls, 0)::integer as calls,
    coalesce(c.calls_complete, 0)::integer as calls_complete,
    coalesce(c.unfinished, 0)::integer as unfinished,
    coalesce(c.internal, 0)::integer as internal,
    coalesce(c.start_missing, 0)::integer as start_missing,
    coalesce(c.mixed_direction, 0)::integer as mixed_direction,
    coalesce(c.contradiction, 0)::integer as contradiction,
    coalesce(c.negative_time, 0)::integer as negative_time,
    coalesce(c.long_gap, 0)::integer as long_gap,
    coalesce(c.too_many_notifications, 0)::integer as too_many_notifications,
    coalesce(c.rings_unknown, 0)::integer as rings_unknown,
    coalesce(c.wait_unknown, 0)::integer as wait_unknown,
    coalesce(f.calls, 0)::integer as set_aside,
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
left join set_aside as f using (source_id, local_date)
left join ${stats}.fresh_day_silence as q using (source_id, local_date);
comment on view ${stats}.fresh_daily_quality is
    'One row per stale day on which something was received or a call started; columns as in '
    'stats.daily_quality.';
comment on column ${stats}.fresh_daily_quality.source_id is 'The source.';
comment on column ${stats}.fresh_daily_quality.local_date is
    'Local date of the notifications'' occurred_at (of their arrival for events without a time) '
    'and of the calls'' start.';
comment on column ${stats}.fresh_daily_quality.notifications is 'Notifications.';
comment on column ${stats}.fresh_daily_quality.unknown_events is
    'Notifications with an event that Calltally does not know.';
comment on column ${stats}.fresh_daily_quality.late is
    'Notifications received more than 5 minutes after they occurred; imported ones are never late.';
comment on column ${stats}.fresh_daily_quality.time_without_offset is
    'Notifications whose time had no offset and was read in the source''s zone.';
comment on column ${stats}.fresh_daily_quality.clock_ahead is
    'Notifications whose time lay more than 5 minutes in the future.';
comment on column ${stats}.fresh_daily_quality.unknown_status is
    'Notifications with a status that Calltally does not know: other for an attempt, no status at '
    'a call''s end.';
comment on column ${stats}.fresh_daily_quality.unreadable_duration is
    'Notifications whose duration was unreadable or negative.';
comment on column ${stats}.fresh_daily_quality.rounded_number is
    'Notifications with a number in scientific notation, which is nobody''s.';
comment on column ${stats}.fresh_daily_quality.recording_refused is
    'Notifications whose recording was no link that is kept: http or https, at most 2,048 '
    'characters, without user or password.';
comment on column ${stats}.fresh_daily_quality.time_of_receipt is
    'Notifications whose exchange reports no time: they have the time of their receipt.';
comment on column ${stats}.fresh_daily_quality.calls is 'Calls, internal ones included.';
comment on column ${stats}.fresh_daily_quality.calls_complete is
    'Calls with start, end and paired members.';
comment on column ${stats}.fresh_daily_quality.unfinished is 'Calls without an outcome.';
comment on column ${stats}.fresh_daily_quality.internal is
    'Calls between managers; they count in no other figure.';
comment on column ${stats}.fresh_daily_quality.start_missing is
    'Calls whose start was not received.';
comment on column ${stats}.fresh_daily_quality.mixed_direction is
    'Calls with incoming and outgoing notifications.';
comment on column ${stats}.fresh_daily_quality.contradiction is
    'Calls whose verdict contradicts their notifications.';
comment on column ${stats}.fresh_daily_quality.negative_time is
    'Calls with a negative wait or talk, which is stored as null.';
comment on column ${stats}.fresh_daily_quality.long_gap is
    'Calls with more than 12 hours between two notifications: their id was used again.';
comment on column ${stats}.fresh_daily_quality.too_many_notifications is
    'Calls of which only the first 2,000 notifications were read.';
comment on column ${stats}.fresh_daily_quality.rings_unknown is
    'Incoming calls of which it is not told whose phones rang, as in lists of finished calls: they '
    'are in no ring and no answer rate of a manager.';
comment on column ${stats}.fresh_daily_quality.wait_unknown is
    'Incoming calls, answered or missed, of which it is not told how long the caller waited: they '
    'are in no wait and no service level.';
comment on column ${stats}.fresh_daily_quality.set_aside is
    'Calls that could not be derived; they are in no other figure.';
comment on column ${stats}.fresh_daily_quality.attempts_without_start is
    'Attempts without a start, implied ones excluded.';
comment on column ${stats}.fresh_daily_quality.attempts_without_end is
    'Attempts without an end, implied ones excluded.';
comment on column ${stats}.fresh_daily_quality.longest_silence_seconds is
    'Seconds: longest time within working hours without a notification; null without configured '
    'working hours.';
comment on column ${stats}.fresh_daily_quality.silence_starts_at is
    'When that silence began; null without one.';
comment on column ${stats}.fresh_daily_quality.silence_ends_at is
    'When it ended; null without one.';
comment on column ${stats}.fresh_daily_quality.gaps is
    'Times within working hours between one notification and the next.';
comment on column ${stats}.fresh_daily_quality.short_gap_seconds is
    'Seconds: the longest of them up to 40 minutes; null without one.';
comment on column ${stats}.fresh_daily_quality.long_gaps_seconds is
    'Seconds: all of them above 40 minutes, in ascending order.';
