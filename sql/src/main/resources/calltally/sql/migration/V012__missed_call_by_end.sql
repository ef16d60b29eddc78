-- Who waits for a call-back at an instant: only those missed within the call-back window before it.

create index missed_call_by_end on calls.missed_call (source_id, missed_at);
comment on index calls.missed_call_by_end is 'Serves analytics.waiting_callers: the missed calls that ended within one call-back window before an instant.';
