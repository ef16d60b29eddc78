-- Whether a call was a call-back is looked up call by call. With exists (...) the planner might
-- read every missed call ever stored, for the two days that a refresh computes.
create or replace view ${stats}.placed_call as
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
    case when k.contact_since is not null then (
        select 1
        from ${calls}.missed_call as m
        where m.source_id = c.source_id
            and m.customer_key = c.customer_key
            and m.contact_pbx_id = c.pbx_id
            and m.followed_until is null
        limit 1) end as callback,
    case when k.pbx_id is not null and k.contact_since is null then (
        select 1
        from ${calls}.missed_call as m
        where m.source_id = c.source_id
            and m.customer_key = c.customer_key
            and (m.missed_at <= k.started_at
                or m.missed_at < k.reached_at and k.outcome = 'answered')
            and m.missed_at >= k.started_at - s.callback_window
            and m.followed_until is null
            and (m.contact_at is null
                or m.contact_at > k.started_at
                -- The first contact had been answered a moment ago; another may have been one.
                or m.contact_since > k.started_at
                    and not exists (
                        select from ${calls}.customer_call as o
                        where o.source_id = m.source_id
                            and o.customer_key = m.customer_key
                            and o.reached_at >= m.contact_at
                            and o.reached_at <= k.started_at
                            and o.outcome = 'answered'
                            and (o.started_at >= m.missed_at or o.answered_at > m.missed_at)
                            and o.contact_since <= k.started_at))
        limit 1) end as callback_try,
    c.started_at as active_at
from ${calls}.call as c
join config.source as s using (source_id)
left join ${calls}.customer_call as k using (source_id, pbx_id)
where c.direction = 'outgoing'
    and c.manager is not null
    and not c.is_internal;
comment on view ${stats}.placed_call is
    'One row per outgoing call of a known manager, internal ones excluded: what counts of it in '
    'the figures of section 7 of docs/statistics.md. A column is 1 or a value when the call '
    'counts in the figure of that name, else null. Read it in the time zone UTC: a call-back '
    'window of days is counted in hours.';
comment on column ${stats}.placed_call.source_id is 'The source.';
comment on column ${stats}.placed_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${stats}.placed_call.local_date is 'Local date of its start.';
comment on column ${stats}.placed_call.local_hour is 'Local hour of its start.';
comment on column ${stats}.placed_call.manager is 'Who placed it.';
comment on column ${stats}.placed_call.outgoing is 'Every call.';
comment on column ${stats}.placed_call.connected is 'Answered.';
comment on column ${stats}.placed_call.outgoing_missed is 'Not answered.';
comment on column ${stats}.placed_call.talk is 'Seconds: its talk; null when unknown.';
comment on column ${stats}.placed_call.callback is
    'The first contact of at least one missed or presumed missed call.';
comment on column ${stats}.placed_call.callback_try is
    'No contact, to a customer waiting for a call-back.';
comment on column ${stats}.placed_call.active_at is 'Its start.';
