create or replace view ledger.pending_task as
select
    t.source_id,
    t.caller_id,
    t.receiver,
    t.next_attempt_at,
    case when t.state in ('due', 'unknown') then t.recorded_at else t.changed_at end
        as pending_since
from ledger.caller_task as t
where t.state in ('due', 'unknown')
    or (t.state in ('open', 'updated') and t.written_revision < t.revision);
comment on view ledger.pending_task is
    'Tasks of waiting callers that a CRM does not have as they are: to be created, updated with '
    'later missed calls, or closed. One row each.';
comment on column ledger.pending_task.source_id is 'The source.';
comment on column ledger.pending_task.caller_id is 'The waiting caller.';
comment on column ledger.pending_task.receiver is 'The name of the CRM in handover.';
comment on column ledger.pending_task.next_attempt_at is 'As in ledger.caller_task.';
comment on column ledger.pending_task.pending_since is
    'When the caller was handed over; for an existing task, when it was recorded that they called '
    'again or ceased to wait.';
