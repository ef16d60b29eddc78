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
    case when a.busy_in_call then 1 end as busy_in_call,
    case when a.outcome = 'unavailable' then 1 end as unavailable,
    case when a.outcome = 'taken_by_another' then 1 end as taken_by_another,
    case when a.outcome = 'caller_gave_up' then 1 end as caller_gave_up,
    case when a.outcome in ('other', 'ringing', 'unknown') then 1 end as other,
    case when a.outcome = 'unknown' then 1 end as untold,
    case when a.outcome in ('answered', 'no_answer')
        or (a.outcome = 'busy' and not a.busy_in_call) then a.pbx_id end as answerable_call,
    case when a.outcome = 'answered' then a.pbx_id end as picked_up_call,
    case when a.outcome = 'no_answer' and c.outcome = 'missed' then a.pbx_id end as missed_call,
    case when a.outcome = 'answered' then a.ring_seconds end as ring,
    a.talk_seconds as talk,
    case when a.outcome = 'answered' and a.talk_seconds is not null
        then a.pbx_id end as talked_call,
    case when a.transfer_in then a.pbx_id end as transferred_in,
    case when a.transfer_out then a.pbx_id end as transferred_out,
    case when a.outcome = 'answered' then coalesce(a.started_at, a.ended_at) end as active_at
from ${calls}.attempt as a
-- Call and attempt have the same date, so an index on the date serves both.
join ${calls}.call as c using (source_id, pbx_id, local_date)
where a.manager is not null
    and not c.is_internal
union all
-- Of a finished call whose rings are unknown only the talk is the manager's.
select
    c.source_id,
    null as pbx_id,
    c.local_date,
    c.local_hour,
    c.manager,
    null as attempt,
    null as answered,
    null as no_answer,
    null as busy,
    null as busy_in_call,
    null as unavailable,
    null as taken_by_another,
    null as caller_gave_up,
    null as other,
    null as untold,
    null as answerable_call,
    null as picked_up_call,
    null as missed_call,
    null as ring,
    c.talk_seconds as talk,
    case when c.talk_seconds is not null then c.pbx_id end as talked_call,
    null as transferred_in,
    null as transferred_out,
    c.started_at as active_at
from ${calls}.call as c
where c.direction = 'incoming'
    and c.outcome = 'answered'
    and c.manager is not null
    and 'rings_unknown' = any (c.anomalies)
    and not c.is_internal;
comment on view ${stats}.counted_attempt is
    'One row per attempt of a known manager, those of internal calls excluded: what counts of it '
    'in the figures of section 7 of docs/statistics.md. A call whose rings are unknown has one row '
    'for its talk, without an identifier. A column is 1 or a value when the attempt '
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
comment on column ${stats}.counted_attempt.busy_in_call is
    'Found the manager busy on another call.';
comment on column ${stats}.counted_attempt.unavailable is 'Found the phone unavailable.';
comment on column ${stats}.counted_attempt.taken_by_another is
    'Ended because somebody else answered.';
comment on column ${stats}.counted_attempt.caller_gave_up is 'Ended because the caller hung up.';
comment on column ${stats}.counted_attempt.other is 'The outcome other, ringing or unknown.';
comment on column ${stats}.counted_attempt.untold is
    'The outcome unknown: the exchange does not tell how the ring ended.';
comment on column ${stats}.counted_attempt.answerable_call is
    'Identifier of a call that the manager could have answered: the attempt is answered, '
    'no_answer, or busy and not in a call.';
comment on column ${stats}.counted_attempt.picked_up_call is
    'Identifier of a call in which the attempt is answered.';
comment on column ${stats}.counted_attempt.missed_call is
    'Identifier of a missed call in which the attempt is no_answer.';
comment on column ${stats}.counted_attempt.ring is 'Seconds: ring time of an answered attempt.';
comment on column ${stats}.counted_attempt.talk is
    'Seconds: the manager''s talk share that the attempt''s answer begins, else 0; null in a call '
    'without talk shares.';
comment on column ${stats}.counted_attempt.talked_call is
    'Identifier of a call in which the attempt is answered and the manager''s share is known.';
comment on column ${stats}.counted_attempt.transferred_in is
    'Identifier of a call that another manager had answered before this one did.';
comment on column ${stats}.counted_attempt.transferred_out is
    'Identifier of a call that another manager answered after this one had.';
comment on column ${stats}.counted_attempt.active_at is
    'Start of an answered attempt, else its end.';
