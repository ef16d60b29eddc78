create or replace view ${calls}.judged_busy_attempt as
select
    a.source_id,
    a.pbx_id,
    a.attempt_no,
    a.local_date,
    exists (
        select from ${calls}.engagement as e
        where e.source_id = a.source_id
            and e.manager = a.manager
            and e.engaged_from <= coalesce(a.started_at, a.ended_at) + interval '1 second'
            -- None lasts longer than four hours, so the index needs to be read no further back.
            and e.engaged_from
                >= coalesce(a.started_at, a.ended_at) - interval '4 hours 1 second'
            and e.engaged_until >= coalesce(a.started_at, a.ended_at) - interval '1 second'
            and e.pbx_id <> a.pbx_id
    ) as in_call
from ${calls}.attempt as a
where a.outcome = 'busy';
comment on view ${calls}.judged_busy_attempt is
    'One row per busy attempt: whether another call of the source engaged the manager''s phone at '
    'its start (its end, without one), within a second, by section 7 of docs/statistics.md.';
comment on column ${calls}.judged_busy_attempt.source_id is 'The source.';
comment on column ${calls}.judged_busy_attempt.pbx_id is 'The PBX''s identifier of the call.';
comment on column ${calls}.judged_busy_attempt.attempt_no is 'Number of the attempt.';
comment on column ${calls}.judged_busy_attempt.local_date is 'Local date of its call.';
comment on column ${calls}.judged_busy_attempt.in_call is
    'Whether the phone was engaged by another call.';
