create or replace view calls.set_aside_call as
select
    source_id,
    pbx_id,
    local_date
from calls.failing_call
where begun >= 3;
comment on view calls.set_aside_call is
    'One row per call that is set aside because deriving it has failed three times: it is in no '
    'figure until a rebuild or another version of the program succeeds.';
comment on column calls.set_aside_call.source_id is 'The source.';
comment on column calls.set_aside_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.set_aside_call.local_date is
    'Local date of its first notification with a time.';
