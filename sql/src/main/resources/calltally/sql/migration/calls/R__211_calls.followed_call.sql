create or replace view ${calls}.followed_call as
select
    c.source_id,
    c.pbx_id,
    false as presumed,
    c.customer,
    c.customer_key,
    c.line,
    coalesce(c.ended_at, c.started_at) as missed_at,
    c.local_date,
    coalesce(c.ended_at, c.started_at) as followed_from,
    null::timestamptz as followed_until
from ${calls}.call as c
where c.direction = 'incoming'
    and c.outcome = 'missed'
    and not c.is_internal
union all
select
    c.source_id,
    c.pbx_id,
    true as presumed,
    c.customer,
    c.customer_key,
    c.line,
    c.started_at as missed_at,
    c.local_date,
    c.started_at + interval '4 hours' as followed_from,
    least(c.answered_at, c.ended_at) as followed_until
from ${calls}.call as c
where c.direction = 'incoming'
    and not c.is_internal
    and (c.outcome = 'unfinished'
        or least(c.answered_at, c.ended_at) > c.started_at + interval '4 hours'
        and (c.outcome = 'missed' or c.answered_at is not null));
comment on view ${calls}.followed_call is
    'One row per missed incoming call, and one per incoming call that nobody answered or ended in '
    'the first four hours: its caller is presumed missed meanwhile. Internal calls excluded. Read '
    'it in the time zone UTC.';
comment on column ${calls}.followed_call.source_id is 'The source.';
comment on column ${calls}.followed_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${calls}.followed_call.presumed is
    'Whether its caller is only presumed missed. A call may have been so before it was missed.';
comment on column ${calls}.followed_call.customer is 'The caller; null when withheld.';
comment on column ${calls}.followed_call.customer_key is
    'Key that identifies the caller in figures; null when withheld.';
comment on column ${calls}.followed_call.line is 'The number that the customer dialled.';
comment on column ${calls}.followed_call.missed_at is
    'End of the missed call; its start when it has no end, or is presumed.';
comment on column ${calls}.followed_call.local_date is 'Local date of the call.';
comment on column ${calls}.followed_call.followed_from is
    'From which instant on its caller is followed: missed_at, or four hours later when presumed.';
comment on column ${calls}.followed_call.followed_until is
    'Before which instant: that of the answer or end that came after all; null without one.';
