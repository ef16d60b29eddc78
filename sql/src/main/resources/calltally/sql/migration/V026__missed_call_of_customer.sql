-- The missed calls that a customer's changed calls bear on, found by their end: however long he has been a customer, and also
-- when the exchange says that a call ended before it started.

create index call_missed_by_end on calls.call (source_id, customer, coalesce(ended_at, started_at))
    where direction = 'incoming' and outcome = 'missed' and not is_internal;
comment on index calls.call_missed_by_end is 'Serves the refresh: the missed calls of a stale customer that end within a time.';

create or replace view calls.stale_missed_call as
with missed as (
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date
    from calls.stale_customer as k
    join config.source as s using (source_id)
    join calls.call as c
        on c.source_id = k.source_id
        and c.customer = k.customer
        and coalesce(c.ended_at, c.started_at) between k.since - s.callback_window and k.until
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and not c.is_internal
    union all
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date
    from calls.stale_call as k
    join calls.call as c using (source_id, pbx_id)
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and c.customer is null
)
select
    m.source_id,
    m.pbx_id,
    m.customer,
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
    from calls.call as c
    where c.source_id = m.source_id
        and c.customer = m.customer
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.direction = 'outgoing'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as try on true
left join lateral (
    select c.pbx_id, c.direction, c.started_at, c.answered_at, c.manager
    from calls.call as c
    where c.source_id = m.source_id
        and c.customer = m.customer
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.outcome = 'answered'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as contact on true;
