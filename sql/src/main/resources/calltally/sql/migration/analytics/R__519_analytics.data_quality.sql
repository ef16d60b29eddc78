create or replace view analytics.data_quality as
with day as (
    select source_id, local_date from stats.daily_quality
    union
    select source_id, local_date from journal.duplicate
    union
    select source_id, local_date from journal.rejected_day
)
select
    s.name as source,
    d.local_date,
    coalesce(q.notifications, 0) as notifications,
    coalesce(r.deliveries, 0) as duplicates,
    coalesce(j.requests, 0) as rejected,
    coalesce(q.unknown_events, 0) as unknown_events,
    coalesce(q.set_aside, 0) as set_aside,
    coalesce(q.late, 0) as late,
    coalesce(q.calls, 0) as calls,
    coalesce(q.calls_complete, 0) as calls_complete,
    coalesce(q.unfinished, 0) as unfinished,
    coalesce(q.internal, 0) as internal,
    coalesce(q.start_missing, 0) as start_missing,
    coalesce(q.attempts_without_start, 0) as attempts_without_start,
    coalesce(q.attempts_without_end, 0) as attempts_without_end,
    coalesce(q.time_without_offset, 0) as time_without_offset,
    coalesce(q.clock_ahead, 0) as clock_ahead,
    coalesce(q.unknown_status, 0) as unknown_status,
    coalesce(q.unreadable_duration, 0) as unreadable_duration,
    coalesce(q.rounded_number, 0) as rounded_number,
    coalesce(q.recording_refused, 0) as recording_refused,
    coalesce(q.time_of_receipt, 0) as time_of_receipt,
    coalesce(q.mixed_direction, 0) as mixed_direction,
    coalesce(q.contradiction, 0) as contradiction,
    coalesce(q.negative_time, 0) as negative_time,
    coalesce(q.long_gap, 0) as long_gap,
    coalesce(q.too_many_notifications, 0) as too_many_notifications,
    coalesce(q.rings_unknown, 0) as rings_unknown,
    coalesce(q.wait_unknown, 0) as wait_unknown,
    q.longest_silence_seconds,
    analytics.rate(q.calls_complete, q.calls) as coverage
from day as d
join config.source as s using (source_id)
left join stats.daily_quality as q using (source_id, local_date)
left join journal.duplicate as r using (source_id, local_date)
left join journal.rejected_day as j using (source_id, local_date);
comment on view analytics.data_quality is
    'One row per source and local date on which anything was received: how reliable the figures '
    'of the day are.';
comment on column analytics.data_quality.source is 'Name of the source.';
comment on column analytics.data_quality.local_date is
    'Local date: of occurred_at for notifications and duplicates, of arrival for rejected '
    'requests and events without a time, of the start for calls.';
comment on column analytics.data_quality.notifications is 'Notifications, each counted once.';
comment on column analytics.data_quality.duplicates is 'Deliveries that repeated a notification.';
comment on column analytics.data_quality.rejected is
    'Requests that could not become a notification.';
comment on column analytics.data_quality.unknown_events is
    'Notifications with an event that Calltally does not know.';
comment on column analytics.data_quality.set_aside is
    'Calls that could not be derived; they are in no other figure.';
comment on column analytics.data_quality.late is
    'Notifications received more than 5 minutes after they occurred; imported ones are never late.';
comment on column analytics.data_quality.calls is 'Calls, internal ones included.';
comment on column analytics.data_quality.calls_complete is
    'Calls with start, end and paired members.';
comment on column analytics.data_quality.unfinished is 'Calls without an outcome.';
comment on column analytics.data_quality.internal is
    'Calls between managers; they count in no other figure.';
comment on column analytics.data_quality.start_missing is 'Calls whose start was not received.';
comment on column analytics.data_quality.attempts_without_start is
    'Attempts without a start, implied ones excluded.';
comment on column analytics.data_quality.attempts_without_end is
    'Attempts without an end, implied ones excluded.';
comment on column analytics.data_quality.time_without_offset is
    'Notifications whose time had no offset and was read in the source''s zone.';
comment on column analytics.data_quality.clock_ahead is
    'Notifications whose time lay more than 5 minutes in the future.';
comment on column analytics.data_quality.unknown_status is
    'Notifications with a status that Calltally does not know: other for an attempt, no status at '
    'a call''s end.';
comment on column analytics.data_quality.unreadable_duration is
    'Notifications whose duration was unreadable or negative.';
comment on column analytics.data_quality.rounded_number is
    'Notifications with a number in scientific notation, which is nobody''s.';
comment on column analytics.data_quality.recording_refused is
    'Notifications whose recording was no link that is kept: http or https, at most 2,048 '
    'characters, without user or password.';
comment on column analytics.data_quality.time_of_receipt is
    'Notifications whose exchange reports no time: they have the time of their receipt, so that '
    'waits and rings are as exact as the delivery was quick.';
comment on column analytics.data_quality.mixed_direction is
    'Calls with incoming and outgoing notifications.';
comment on column analytics.data_quality.contradiction is
    'Calls whose verdict contradicts their notifications.';
comment on column analytics.data_quality.negative_time is
    'Calls with a negative wait or talk, which is stored as null.';
comment on column analytics.data_quality.long_gap is
    'Calls with more than 12 hours between two notifications: their id was used again.';
comment on column analytics.data_quality.too_many_notifications is
    'Calls of which only the first 2,000 notifications were read.';
comment on column analytics.data_quality.rings_unknown is
    'Incoming calls of which it is not told whose phones rang, as in lists of finished calls: they '
    'are in no ring and no answer rate of a manager.';
comment on column analytics.data_quality.wait_unknown is
    'Incoming calls, answered or missed, of which it is not told how long the caller waited: they '
    'are in no wait and no service level.';
comment on column analytics.data_quality.longest_silence_seconds is
    'Seconds: longest time within working hours without a notification; null without configured '
    'working hours.';
comment on column analytics.data_quality.coverage is
    'calls_complete / calls, 0 to 1; null without calls.';
