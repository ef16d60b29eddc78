create or replace view ${calls}.fresh_missed_call as
with missed as (
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.customer_key,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date
    from ${calls}.stale_customer as k
    join config.source as s using (source_id)
    join ${calls}.call as c
        on c.source_id = k.source_id
        and c.customer_key = k.customer_key
        and coalesce(c.ended_at, c.started_at) between k.since - s.callback_window and k.until
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and not c.is_internal
    union all
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.customer_key,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date
    from ${calls}.stale_call as k
    join ${calls}.call as c using (source_id, pbx_id)
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and c.customer is null
)
select
    m.source_id,
    m.pbx_id,
    m.customer,
    m.customer_key,
    m.line,
    m.missed_at,
    m.local_date,
    try.pbx_id as first_try_pbx_id,
    try.started_at as first_try_started_at,
    try.manager as first_try_manager,
    contact.pbx_id as contact_pbx_id,
    contact.direction as contact_direction,
    contact.started_at as contact_started_at,
    coalesce(contact.answered_at, contact.started_at) as contact_at,
    contact.manager as contact_manager
from missed as m
join config.source as s using (source_id)
left join lateral (
    select c.pbx_id, c.started_at, c.manager
    from ${calls}.call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.direction = 'outgoing'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as try on true
left join lateral (
    select c.pbx_id, c.direction, c.started_at, c.answered_at, c.manager
    from ${calls}.call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.outcome = 'answered'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as contact on true;
comment on view ${calls}.fresh_missed_call is
    'One row per missed call whose call-back facts the running refresh derives again: those of '
    'stale customers that end from one call-back window before their first changed call up to '
    'their last, and those among the stale calls whose caller is withheld. Columns as in '
    'calls.missed_call.';
comment on column ${calls}.fresh_missed_call.source_id is 'The source.';
comment on column ${calls}.fresh_missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column ${calls}.fresh_missed_call.customer is 'The caller; null when withheld.';
comment on column ${calls}.fresh_missed_call.customer_key is
    'Key that identifies the caller in figures; null when withheld.';
comment on column ${calls}.fresh_missed_call.line is 'The number that the customer dialled.';
comment on column ${calls}.fresh_missed_call.missed_at is
    'End of the missed call; its start when it has no end.';
comment on column ${calls}.fresh_missed_call.local_date is 'Local date of the missed call.';
comment on column ${calls}.fresh_missed_call.first_try_pbx_id is
    'First outgoing call to the customer, whatever its result; null without one.';
comment on column ${calls}.fresh_missed_call.first_try_started_at is 'Its start.';
comment on column ${calls}.fresh_missed_call.first_try_manager is 'Who placed it.';
comment on column ${calls}.fresh_missed_call.contact_pbx_id is
    'First answered call with the customer in either direction; null without one.';
comment on column ${calls}.fresh_missed_call.contact_direction is
    'Direction of the contact: outgoing means returned, incoming means came_back.';
comment on column ${calls}.fresh_missed_call.contact_started_at is 'Its start.';
comment on column ${calls}.fresh_missed_call.contact_at is
    'Instant of its answer; of its start when the answer time is unknown.';
comment on column ${calls}.fresh_missed_call.contact_manager is 'The manager of the contact.';
