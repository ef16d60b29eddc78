-- Runs after plain-managers.sql: data quality, as plain SQL for all days at once.

insert into daily_quality
with notified as (
    select
        n.source_id,
        cast(n.occurred_at at time zone s.zone as date) as local_date,
        n.occurred_at,
        n.event,
        n.remarks,
        n.channel <> 'import' and n.received_at - n.occurred_at > interval '5 minutes' as is_late
    from notification as n
    join source as s using (source_id)
),
notification_sum as (
    select
        n.source_id,
        n.local_date,
        count(*) as notifications,
        count(*) filter (where n.event not in (
            'incoming_call_start', 'incoming_call_start_chain_member_call',
            'incoming_call_end_chain_member_call', 'incoming_call_answer', 'incoming_call_end',
            'outgoing_call_start', 'outgoing_call_answer', 'outgoing_call_end',
            'voicemail', 'tags', 'rating', 'speech', 'summary', 'sms', 'test')) as unknown_events,
        count(*) filter (where n.is_late) as late,
        count(*) filter (where 'time_without_offset' = any (n.remarks)) as time_without_offset,
        count(*) filter (where 'clock_ahead' = any (n.remarks)) as clock_ahead,
        count(*) filter (where 'unknown_status' = any (n.remarks)) as unknown_status,
        count(*) filter (where 'unreadable_duration' = any (n.remarks)) as unreadable_duration,
        count(*) filter (where 'rounded_number' = any (n.remarks)) as rounded_number,
        count(*) filter (where 'recording_refused' = any (n.remarks)) as recording_refused,
        count(*) filter (where 'time_of_receipt' = any (n.remarks)) as time_of_receipt
    from notified as n
    group by n.source_id, n.local_date
),
working_day as (
    select
        d.source_id,
        d.local_date,
        (d.local_date + h.from_time) at time zone s.zone as starts_at,
        (d.local_date + h.to_time) at time zone s.zone as ends_at
    from notification_sum as d
    join source as s using (source_id)
    join shift as h on h.source_id = d.source_id and h.weekday = extract(isodow from d.local_date)
),
gap as (
    select
        t.source_id,
        t.local_date,
        lag(t.at) over shift as starts_at,
        t.at as ends_at,
        round(extract(epoch from t.at - lag(t.at) over shift), 3) as seconds
    from (
        select n.source_id, n.local_date, n.occurred_at as at
        from notified as n
        join working_day as h using (source_id, local_date)
        where n.occurred_at >= h.starts_at and n.occurred_at < h.ends_at
        union all
        select h.source_id, h.local_date, h.starts_at from working_day as h
        union all
        select h.source_id, h.local_date, h.ends_at from working_day as h
        where h.ends_at <= (select max(n.occurred_at) from notification as n)
    ) as t
    window shift as (partition by t.source_id, t.local_date order by t.at)
),
ranked_gap as (
    select g.*, max(g.seconds) over (partition by g.source_id, g.local_date) as longest
    from gap as g
    where g.starts_at is not null
),
silence as (
    select
        r.source_id,
        r.local_date,
        max(r.longest) as longest,
        min(r.starts_at) filter (where r.seconds = r.longest) as starts_at,
        min(r.ends_at) filter (where r.seconds = r.longest) as ends_at
    from ranked_gap as r
    group by r.source_id, r.local_date
),
call_gap as (
    select
        c.source_id,
        c.local_date,
        round(extract(epoch from c.started_at - lag(c.started_at) over shift), 3) as seconds
    from call as c
    where c.in_working_hours
    window shift as (partition by c.source_id, c.local_date order by c.started_at)
),
gap_sum as (
    select
        g.source_id,
        g.local_date,
        count(*) as gaps,
        max(g.seconds) filter (where g.seconds <= 2400) as short_gap,
        array_agg(g.seconds order by g.seconds) filter (where g.seconds > 2400) as long_gaps
    from call_gap as g
    where g.seconds is not null
    group by g.source_id, g.local_date
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
    from call as c
    group by c.source_id, c.local_date
),
attempt_sum as (
    select
        a.source_id,
        a.local_date,
        count(*) filter (where a.started_at is null) as attempts_without_start,
        count(*) filter (where a.ended_at is null) as attempts_without_end
    from attempt as a
    where not a.implied
    group by a.source_id, a.local_date
)
select
    source_id, local_date, n.notifications, n.unknown_events, n.late, n.time_without_offset,
    n.clock_ahead, n.unknown_status, n.unreadable_duration, n.rounded_number, n.recording_refused,
    n.time_of_receipt,
    c.calls, c.calls_complete, c.unfinished, c.internal, c.start_missing, c.mixed_direction,
    c.contradiction, c.negative_time, c.long_gap, c.too_many_notifications,
    c.rings_unknown, c.wait_unknown, 0 as set_aside,
    coalesce(a.attempts_without_start, 0), coalesce(a.attempts_without_end, 0), q.longest,
    q.starts_at, q.ends_at, coalesce(g.gaps, 0), g.short_gap, coalesce(g.long_gaps, '{}')
from notification_sum as n
join call_sum as c using (source_id, local_date)
left join attempt_sum as a using (source_id, local_date)
left join silence as q using (source_id, local_date)
left join gap_sum as g using (source_id, local_date);

alter table hourly_line add unique nulls not distinct (source_id, local_date, hour_start, line);
alter table daily_manager add primary key (source_id, local_date, manager);
alter table daily_quality add primary key (source_id, local_date);
analyze hourly_line, daily_manager, daily_quality;
