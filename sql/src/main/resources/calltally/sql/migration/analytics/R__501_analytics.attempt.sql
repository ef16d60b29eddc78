create or replace view analytics.attempt as
select
    s.name as source,
    a.pbx_id,
    a.attempt_no,
    a.manager_number,
    a.manager,
    a.department,
    a.started_at,
    a.ended_at,
    a.outcome,
    a.ring_seconds,
    a.implied,
    a.local_date,
    a.busy_in_call,
    a.talk_seconds
from calls.attempt as a
join config.source as s using (source_id);
comment on view analytics.attempt is
    'One row per attempt: one ring of one manager within an incoming call.';
comment on column analytics.attempt.source is 'Name of the source.';
comment on column analytics.attempt.pbx_id is 'The PBX''s identifier of the call.';
comment on column analytics.attempt.attempt_no is
    'Number of the attempt within its call, from 1, by time.';
comment on column analytics.attempt.manager_number is
    'Number or extension that rang; null when the PBX did not send it.';
comment on column analytics.attempt.manager is
    'The manager''s name in the directory, else the number itself.';
comment on column analytics.attempt.department is 'The manager''s department; null when not given.';
comment on column analytics.attempt.started_at is
    'Instant at which the ring started; null when not received.';
comment on column analytics.attempt.ended_at is
    'Instant at which the PBX ended it (possibly the hang-up, for an answered one); null when not '
    'received.';
comment on column analytics.attempt.outcome is
    'answered, taken_by_another, busy, unavailable, caller_gave_up, no_answer, other, ringing or '
    'unknown.';
comment on column analytics.attempt.ring_seconds is
    'Seconds from start to answer when answered, else to end; null when unknown.';
comment on column analytics.attempt.implied is
    'No member notification exists for it: it follows from the call itself.';
comment on column analytics.attempt.local_date is 'Local date of its call.';
comment on column analytics.attempt.busy_in_call is
    'Whether it was busy because another call engaged the manager''s phone at that time.';
comment on column analytics.attempt.talk_seconds is
    'Seconds: the manager''s talk share that its answer begins, else 0; null in a call without '
    'talk shares: those of all attempts add up to the call''s talk.';
