create or replace view ${stats}.counted_attempt as
select
    a.source_id,
    a.pbx_id,
    a.local_date,
    c.local_hour,
    a.manager,
    1 as attempt,
    case when a.outcome = 'answered' then 1 end as answered,
    case when a.outcome = 'no_answer' then 1 end as no_answer,
    case when a.outcome = 'busy' then 1 end as busy,
    case when a.outcome = 'unavailable' then 1 end as unavailable,
    case when a.outcome = 'taken_by_another' then 1 end as taken_by_another,
    case when a.outcome = 'caller_gave_up' then 1 end as caller_gave_up,
    case when a.outcome in ('other', 'ringing', 'unknown') then 1 end as other,
    case when a.outcome = 'no_answer' and c.outcome = 'missed' then a.pbx_id end as missed_call,
    case when a.outcome = 'answered' then a.ring_seconds end as ring,
    case when a.outcome = 'answered' then coalesce(a.started_at, a.ended_at) end as active_at
from ${calls}.attempt as a
-- Call and attempt have the same date, so an index on the date serves both.
join ${calls}.call as c using (source_id, pbx_id, local_date)
where a.manager is not null
    and not c.is_internal;
comment on view ${stats}.counted_attempt is
    'One row per attempt of a known manager, those of internal calls excluded: what counts of it '
    'in the figures of section 7 of docs/statistics.md. A column is 1 or a value when the attempt '
    'counts in the figure of that name, else null.';
comment on column ${stats}.counted_attempt.source_id is 'The source.';
comment on column ${stats}.counted_attempt.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${stats}.counted_attempt.local_date is 'Local date of the call''s start.';
comment on column ${stats}.counted_attempt.local_hour is 'Local hour of the call''s start.';
comment on column ${stats}.counted_attempt.manager is 'The manager whose phone rang.';
comment on column ${stats}.counted_attempt.attempt is 'Every attempt.';
comment on column ${stats}.counted_attempt.answered is 'Answered.';
comment on column ${stats}.counted_attempt.no_answer is 'Not answered by the manager.';
comment on column ${stats}.counted_attempt.busy is 'Found the manager busy.';
comment on column ${stats}.counted_attempt.unavailable is 'Found the phone unavailable.';
comment on column ${stats}.counted_attempt.taken_by_another is
    'Ended because somebody else answered.';
comment on column ${stats}.counted_attempt.caller_gave_up is 'Ended because the caller hung up.';
comment on column ${stats}.counted_attempt.other is 'The outcome other, ringing or unknown.';
comment on column ${stats}.counted_attempt.missed_call is
    'Identifier of a missed call in which the attempt is no_answer.';
comment on column ${stats}.counted_attempt.ring is 'Seconds: ring time of an answered attempt.';
comment on column ${stats}.counted_attempt.active_at is
    'Start of an answered attempt, else its end.';
