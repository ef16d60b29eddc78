create or replace view ${calls}.customer_call as
select
    c.source_id,
    c.customer_key,
    c.pbx_id,
    c.direction,
    c.line,
    c.manager,
    c.outcome,
    c.started_at,
    c.answered_at,
    greatest(c.started_at, c.answered_at) as reached_at,
    case
        when c.outcome <> 'answered' then null
        when c.answered_at is not null
            and c.ended_at - c.answered_at < s.least_contact then null
        when c.answered_at is null
            and c.reported_duration_seconds < extract(epoch from s.least_contact) then null
        else greatest(c.started_at, c.answered_at + s.least_contact)
    end as contact_since
from ${calls}.call as c
join config.source as s using (source_id)
where c.customer_key is not null
    and not c.is_internal;
comment on view ${calls}.customer_call is
    'One row per call of a known customer in either direction, internal ones excluded: whether it '
    'is a contact, by section 8 of docs/statistics.md. Read it in the time zone UTC.';
comment on column ${calls}.customer_call.source_id is 'The source.';
comment on column ${calls}.customer_call.customer_key is
    'Key that identifies the customer in figures.';
comment on column ${calls}.customer_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${calls}.customer_call.direction is 'incoming or outgoing.';
comment on column ${calls}.customer_call.line is
    'The number that the customer dialled, or the line that the call was placed from.';
comment on column ${calls}.customer_call.manager is 'Who answered or placed it; null when unknown.';
comment on column ${calls}.customer_call.outcome is 'answered, missed or unfinished.';
comment on column ${calls}.customer_call.started_at is 'Its start.';
comment on column ${calls}.customer_call.answered_at is 'Its first answer; null without one.';
comment on column ${calls}.customer_call.reached_at is
    'Its answer, never before its start; its start when the answer time is unknown.';
comment on column ${calls}.customer_call.contact_since is
    'From which instant on it is a contact: its answer and the least contact later. Null when it '
    'is none: not answered, or ended before.';
