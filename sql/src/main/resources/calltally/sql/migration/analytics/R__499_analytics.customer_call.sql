create or replace view analytics.customer_call as
select
    s.name as source,
    c.pbx_id,
    c.customer_key,
    c.direction,
    c.line,
    c.manager,
    c.outcome,
    c.started_at,
    c.answered_at,
    c.reached_at,
    c.contact_since
from calls.customer_call as c
join config.source as s using (source_id);
comment on view analytics.customer_call is
    'One row per call of a known customer in either direction, internal ones excluded: whether it '
    'reached them, and so is a contact.';
comment on column analytics.customer_call.source is 'Name of the source.';
comment on column analytics.customer_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column analytics.customer_call.customer_key is
    'Identifies the customer, even after a pseudonym has replaced the number; as in '
    'analytics.missed_call_follow_up.';
comment on column analytics.customer_call.direction is 'incoming or outgoing.';
comment on column analytics.customer_call.line is
    'The number that the customer dialled, or the line that the call was placed from; null when '
    'unknown.';
comment on column analytics.customer_call.manager is
    'Who answered or placed it; null when unknown.';
comment on column analytics.customer_call.outcome is 'answered, missed or unfinished.';
comment on column analytics.customer_call.started_at is 'Instant of its start.';
comment on column analytics.customer_call.answered_at is
    'Instant of its first answer; null without one.';
comment on column analytics.customer_call.reached_at is
    'Instant of its answer, never before its start; of its start when the answer time is unknown.';
comment on column analytics.customer_call.contact_since is
    'From which instant on it is a contact: its answer and the least contact (default 5 s) later; '
    'null when it is none: not answered, or ended sooner.';
