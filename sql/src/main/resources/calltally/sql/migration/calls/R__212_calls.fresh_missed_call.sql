-- The searches of a customer's calls have bounds on both sides, so that a number that calls without
-- end costs each of its missed calls no more than one window. Answers more than a day after their
-- call's start, as of an id used again, are few and have an index of their own.
create or replace view ${calls}.fresh_missed_call as
with followed as (
    select f.*
    from ${calls}.stale_customer as k
    join config.source as s using (source_id)
    cross join lateral (
        select f.*
        from ${calls}.followed_call as f
        where f.source_id = k.source_id
            and f.customer_key = k.customer_key
            and f.missed_at between k.since - s.callback_window and k.until
        -- Searched customer by customer. Else the planner, which knows nothing of the stale ones,
        -- might read every missed call ever stored for each of them.
        offset 0
    ) as f
    union all
    select f.*
    from ${calls}.stale_call as k
    -- Call by call, for the same reason: not every withheld call for each of them.
    cross join lateral (
        select f.*
        from ${calls}.followed_call as f
        where f.source_id = k.source_id
            and f.pbx_id = k.pbx_id
            and f.customer_key is null
        offset 0
    ) as f
)
select
    f.source_id,
    f.pbx_id,
    f.presumed,
    f.customer,
    f.customer_key,
    f.line,
    f.missed_at,
    f.local_date,
    f.followed_from,
    f.followed_until,
    callback.started_at as callback_started_at,
    contact.pbx_id as contact_pbx_id,
    contact.direction as contact_direction,
    contact.line as contact_line,
    contact.reached_at as contact_at,
    contact.contact_since,
    contact.manager as contact_manager
from followed as f
join config.source as s using (source_id)
left join lateral (
    select min(c.started_at) as started_at
    from (
        (select c.started_at
        from ${calls}.customer_call as c
        where c.source_id = f.source_id
            and c.customer_key = f.customer_key
            and c.started_at >= f.missed_at
            and c.started_at <= f.missed_at + s.callback_window
            and c.direction = 'outgoing'
        order by c.started_at
        limit 1)
        union all
        (select c.started_at
        from ${calls}.customer_call as c
        where c.source_id = f.source_id
            and c.customer_key = f.customer_key
            and c.reached_at > f.missed_at
            and c.reached_at <= f.missed_at + interval '1 day'
            and c.outcome = 'answered'
            and c.started_at < f.missed_at
            and c.direction = 'outgoing'
        order by c.started_at
        limit 1)
        union all
        (select min(c.started_at)
        from ${calls}.customer_call as c
        where c.source_id = f.source_id
            and c.customer_key = f.customer_key
            and c.answered_at - c.started_at > interval '1 day'
            and c.answered_at > f.missed_at
            and c.outcome = 'answered'
            and c.started_at < f.missed_at
            and c.direction = 'outgoing')
    ) as c
) as callback on true
left join lateral (
    select c.*
    from (
        (select c.pbx_id, c.direction, c.line, c.reached_at, c.contact_since, c.manager
        from ${calls}.customer_call as c
        where c.source_id = f.source_id
            and c.customer_key = f.customer_key
            and c.reached_at >= f.missed_at
            and c.reached_at <= f.missed_at + s.callback_window + interval '1 day'
            and (c.started_at >= f.missed_at or c.answered_at > f.missed_at)
            and c.started_at <= f.missed_at + s.callback_window
            and c.outcome = 'answered'
            and c.contact_since is not null
        order by c.reached_at, c.pbx_id collate "C"
        limit 1)
        union all
        (select c.pbx_id, c.direction, c.line, c.reached_at, c.contact_since, c.manager
        from ${calls}.customer_call as c
        where c.source_id = f.source_id
            and c.customer_key = f.customer_key
            and c.answered_at - c.started_at > interval '1 day'
            and c.answered_at > f.missed_at
            and c.started_at <= f.missed_at + s.callback_window
            and c.outcome = 'answered'
            and c.contact_since is not null
        order by c.reached_at, c.pbx_id collate "C"
        limit 1)
    ) as c
    order by c.reached_at, c.pbx_id collate "C"
    limit 1
) as contact on true;
comment on view ${calls}.fresh_missed_call is
    'One row per followed call whose call-back facts the running refresh derives again: those of '
    'stale customers from one call-back window before their first changed call up to their last, '
    'and those among the stale calls whose caller is withheld. Columns as in calls.missed_call.';
comment on column ${calls}.fresh_missed_call.source_id is 'The source.';
comment on column ${calls}.fresh_missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column ${calls}.fresh_missed_call.presumed is
    'Whether the caller is only presumed missed.';
comment on column ${calls}.fresh_missed_call.customer is 'The caller; null when withheld.';
comment on column ${calls}.fresh_missed_call.customer_key is
    'Key that identifies the caller in figures; null when withheld.';
comment on column ${calls}.fresh_missed_call.line is 'The number that the customer dialled.';
comment on column ${calls}.fresh_missed_call.missed_at is
    'End of the missed call; its start when it has no end, or is presumed.';
comment on column ${calls}.fresh_missed_call.local_date is 'Local date of the missed call.';
comment on column ${calls}.fresh_missed_call.followed_from is
    'From which instant on its caller is followed.';
comment on column ${calls}.fresh_missed_call.followed_until is
    'Before which instant; null without end.';
comment on column ${calls}.fresh_missed_call.callback_started_at is
    'Start of the earliest outgoing call to the customer, whatever its result; before missed_at '
    'when it was answered only afterwards; null without one.';
comment on column ${calls}.fresh_missed_call.contact_pbx_id is
    'First contact with the customer in either direction; null without one.';
comment on column ${calls}.fresh_missed_call.contact_direction is
    'Direction of the contact: outgoing means returned, incoming means came_back.';
comment on column ${calls}.fresh_missed_call.contact_line is 'Line of the contact.';
comment on column ${calls}.fresh_missed_call.contact_at is
    'Instant of its answer; of its start when the answer time is unknown.';
comment on column ${calls}.fresh_missed_call.contact_since is
    'From which instant on it is a contact.';
comment on column ${calls}.fresh_missed_call.contact_manager is 'The manager of the contact.';
