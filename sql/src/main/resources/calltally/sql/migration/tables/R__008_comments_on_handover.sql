comment on table ledger.waiting_caller is
    'One row per caller of whose wait somebody is notified, from their first missed '
    'call until they wait no longer. Contains no customers'' numbers.';
comment on column ledger.waiting_caller.source_id is 'The source.';
comment on column ledger.waiting_caller.caller_id is 'Its number.';
comment on column ledger.waiting_caller.customer_key is
    'Identifies the customer, as in calls.call.';
comment on column ledger.waiting_caller.pbx_id is
    'The PBX''s identifier of the first missed call that waited when the row was written.';
comment on column ledger.waiting_caller.line is
    'The line of the call whose deadline passed first; null when unknown.';
comment on column ledger.waiting_caller.department is
    'Its department then; null when not given.';
comment on column ledger.waiting_caller.missed_at is 'End of the first missed call.';
comment on column ledger.waiting_caller.details is
    'The calls as they were then: missed_calls, last_missed_at, line_name, why (the reason of the '
    'last one), rung (managers), tries.';
comment on column ledger.waiting_caller.handed_to is
    'The names of the programs and CRMs in handover that the caller has been handed over to; empty '
    'for one who is on record because of a call-back deadline alone.';
comment on column ledger.waiting_caller.overdue_since is
    'When the call-back deadline passed; null while it has not.';
comment on column ledger.waiting_caller.settled_as is
    'returned, came_back or expired; null while the caller waits.';
comment on column ledger.waiting_caller.settled_at is
    'When the contact was answered or the call-back window ended; null while the caller waits.';
comment on column ledger.waiting_caller.settled_by is
    'The manager who called back; null when unknown and for callers who came back.';
comment on index ledger.waiting_caller_waits_once is
    'Serves the rule that a caller is on record as waiting once at a time.';

comment on table ledger.caller_message is
    'One row per message about waiting callers: a digest for a person or a Telegram chat, one '
    'caller for a webhook.';
comment on column ledger.caller_message.message_id is 'Its number.';
comment on column ledger.caller_message.channel is
    'A mail address, telegram and the chat, or the name of a receiver in handover.';
comment on column ledger.caller_message.created_at is 'When it was written.';
comment on column ledger.caller_message.attempts is 'Number of attempts begun.';
comment on column ledger.caller_message.next_attempt_at is
    'Earliest time of the next attempt, also by another service should the current one die; null '
    'when finished.';
comment on column ledger.caller_message.notified_at is
    'When the channel accepted it; null until then.';
comment on column ledger.caller_message.answer is
    'The channel''s last answer, or why it was not reached; null before the first attempt.';
comment on index ledger.caller_message_waiting is 'Serves the search for messages to send.';
comment on index ledger.caller_message_by_channel is
    'Serves the rule that a person gets at most one message in five minutes.';

comment on table ledger.caller_notice is
    'One row per waiting caller, kind and channel: each channel is notified of each once.';
comment on column ledger.caller_notice.source_id is 'The source.';
comment on column ledger.caller_notice.caller_id is 'The waiting caller.';
comment on column ledger.caller_notice.kind is
    'waiting (handed over), overdue, or settled, which follows each of the others.';
comment on column ledger.caller_notice.channel is 'As in ledger.caller_message.';
comment on column ledger.caller_notice.mask_numbers is
    'Whether the customer''s number is masked for the channel.';
comment on column ledger.caller_notice.recorded_at is 'When it was recorded.';
comment on column ledger.caller_notice.message_id is
    'The message that contains it; null while none does.';
comment on index ledger.caller_notice_unsent is 'Serves the search for notices to send.';
comment on index ledger.caller_notice_by_message is 'Serves the writing of messages.';

comment on table ledger.caller_task is
    'One row per waiting caller and CRM: the task there, from the hand-over until it is closed. '
    'Contains no customers'' numbers.';
comment on column ledger.caller_task.source_id is 'The source.';
comment on column ledger.caller_task.caller_id is 'The waiting caller.';
comment on column ledger.caller_task.receiver is 'The name of the CRM in handover.';
comment on column ledger.caller_task.state is
    'due (not created yet), open, updated (with later missed calls), closed, unknown (may have '
    'been created: the CRM is asked before it is created) or failed (given up).';
comment on column ledger.caller_task.details is
    'The calls that the task is to state, as in ledger.waiting_caller.';
comment on column ledger.caller_task.revision is
    'How many times there was something new to write: details were set, or the caller ceased to '
    'wait.';
comment on column ledger.caller_task.written_revision is
    'The revision that the CRM has; 0 before the task is created.';
comment on column ledger.caller_task.due_at is
    'Until when the caller is to be called back: the call-back deadline of the line, else an hour '
    'after the hand-over.';
comment on column ledger.caller_task.task is
    'The CRM''s identifier of the task; null until it is known.';
comment on column ledger.caller_task.recorded_at is 'When the caller was handed over.';
comment on column ledger.caller_task.changed_at is 'When the revision was last raised.';
comment on column ledger.caller_task.attempts is
    'Attempts begun since the last one that succeeded.';
comment on column ledger.caller_task.next_attempt_at is
    'Earliest time of the next attempt; during one the end of its lease, when another service may '
    'make it.';
comment on column ledger.caller_task.fence is
    'Number of the last claim: what an earlier one writes is ignored.';
comment on column ledger.caller_task.answer is
    'The CRM''s last answer, or why it was not reached; null before the first attempt.';
comment on index ledger.caller_task_pending is
    'Serves the search for tasks to create, update and close.';
