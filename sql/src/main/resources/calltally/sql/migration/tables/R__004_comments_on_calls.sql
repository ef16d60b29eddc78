-- Comments on the tables and indexes of the schema calls.

comment on schema calls is
    'Derived from the journal and the directory; can be rebuilt at any time.';

comment on table calls.call is
    'One row per call: all notifications with the same source and pbx_id.';
comment on column calls.call.source_id is 'The source.';
comment on column calls.call.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.call.direction is 'incoming or outgoing.';
comment on column calls.call.started_at is
    'Time of the first call start; without one, of the first call notification.';
comment on column calls.call.answered_at is 'Time of the first answer; null without one.';
comment on column calls.call.ended_at is 'Time of the last call end; null until it arrives.';
comment on column calls.call.line is
    'The number that the customer dialled; for outgoing calls, the line that the call was placed '
    'from; null when unknown.';
comment on column calls.call.line_name is
    'Name of the line in the directory on the call''s local date; null without an entry.';
comment on column calls.call.department is
    'The line''s department on the call''s local date; null when not given.';
comment on column calls.call.customer is 'The outside party''s number; null when withheld.';
comment on column calls.call.customer_key is
    'Key that identifies the customer in figures, even after a pseudonym has replaced the number; '
    'null when withheld.';
comment on column calls.call.manager_number is
    'Number of the manager who answered an incoming call or placed an outgoing one; null when '
    'unknown.';
comment on column calls.call.manager is
    'That manager''s name in the directory, else the number itself.';
comment on column calls.call.outcome is 'answered, missed or unfinished.';
comment on column calls.call.missed_reason is
    'Why an incoming call was missed; null for all others.';
comment on column calls.call.is_short is
    'Whether it is a missed incoming call with wait < the source''s short-call limit.';
comment on column calls.call.wait_seconds is
    'Seconds from start to answer, or to end when missed; null when unknown.';
comment on column calls.call.talk_seconds is
    'Seconds from answer to end of an answered call; null when unknown.';
comment on column calls.call.reported_duration_seconds is
    'Seconds as the last call end reports them; used only where no time of answer is known.';
comment on column calls.call.attempts is 'Number of rows in calls.attempt.';
comment on column calls.call.recording_url is 'Last link to a recording; null without one.';
comment on column calls.call.has_voicemail is 'Whether a voicemail notification exists.';
comment on column calls.call.voicemail_url is 'Last link to a voicemail; null without one.';
comment on column calls.call.tags is 'The last list of tags; null when none was ever sent.';
comment on column calls.call.hour_start is
    'Start of the local hour in which the call started, as an instant.';
comment on column calls.call.local_date is 'Date of started_at in the source''s zone.';
comment on column calls.call.local_hour is 'Hour of started_at in the source''s zone, 0 to 23.';
comment on column calls.call.in_working_hours is
    'Whether started_at lies in a shift of the line, or of the source when the line has no hours '
    'of its own; null without configured working hours.';
comment on column calls.call.is_internal is
    'The customer is a manager''s number: the call is in no figure.';
comment on column calls.call.is_complete is
    'Whether a call start, a call end, and a start and an end of every attempt that is not '
    'implied were received.';
comment on column calls.call.anomalies is
    'start_missing, mixed_direction, contradiction, negative_time, long_gap, '
    'too_many_notifications, rings_unknown (from a list of finished calls that does not say whose '
    'phones rang).';
comment on table calls.call_rows is
    'All rows of calls.call. A rebuild makes a new one and swaps it in.';
comment on index calls.call_by_day is
    'Serves the statistics of a day, and analysts who ask for a period.';
comment on index calls.call_by_customer is 'Serves analysts who look for the calls of a number.';
comment on index calls.call_by_customer_key is
    'Serves call-backs: the later calls of a customer whose call was missed.';
comment on index calls.call_missed_by_end is
    'Serves the refresh: the missed calls of a stale customer that end within an interval.';
comment on index calls.call_placed_by_start is
    'Serves call-backs: the first call placed to a customer from an instant on, however often the '
    'customer called meanwhile.';
comment on index calls.call_answered_after_a_day is
    'Serves call-backs: the few calls of a customer that were answered more than a day after their '
    'start.';
comment on index calls.call_answered_by_answer is
    'Serves call-backs: the first answered call of a customer from an instant on.';

comment on table calls.attempt is
    'One row per attempt: one ring of one manager within an incoming call.';
comment on column calls.attempt.source_id is 'The source.';
comment on column calls.attempt.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.attempt.attempt_no is 'Number of the attempt within its call, from 1.';
comment on column calls.attempt.manager_number is
    'Number that rang; null when the PBX did not send it.';
comment on column calls.attempt.manager is
    'The manager''s name in the directory, else the number itself.';
comment on column calls.attempt.department is
    'The manager''s department on the call''s local date; null when not given.';
comment on column calls.attempt.started_at is
    'When the ring started; null when its start was not received.';
comment on column calls.attempt.ended_at is
    'When the PBX ended it (possibly the hang-up, for an answered one); null when its end was not '
    'received.';
comment on column calls.attempt.outcome is
    'answered, taken_by_another, busy, unavailable, caller_gave_up, no_answer, other, ringing or '
    'unknown.';
comment on column calls.attempt.ring_seconds is
    'Seconds from start to answer when answered, else to end; null when unknown.';
comment on column calls.attempt.implied is
    'No member notification exists for it: it follows from the call itself.';
comment on column calls.attempt.local_date is 'Local date of its call.';
comment on column calls.attempt.busy_in_call is
    'Whether it was busy because another call engaged the manager''s phone: calls.engagement.';
comment on column calls.attempt.talk_seconds is
    'Seconds: the manager''s talk share that its answer begins, else 0; null in a call without '
    'talk shares.';
comment on column calls.attempt.transfer_in is
    'Whether it is answered and another manager had answered the call before.';
comment on column calls.attempt.transfer_out is
    'Whether it is answered and another manager answered the call after.';
comment on table calls.attempt_rows is
    'All rows of calls.attempt. A rebuild makes a new one and swaps it in.';
comment on index calls.attempt_by_day is 'Serves the managers'' statistics of a day.';
comment on index calls.attempt_busy_by_manager is
    'Serves the refresh: the busy attempts that a changed call may explain.';

comment on table calls.engagement is
    'One row per time during which a call engages a manager''s phone, both ends included: a talk '
    'share, a call placed, an internal call, a ring that was not busy. Those of one manager and '
    'call that touch are one. None is longer than four hours.';
comment on column calls.engagement.source_id is 'The source.';
comment on column calls.engagement.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.engagement.manager is
    'The manager''s name in the directory of the call''s local date, else the number itself.';
comment on column calls.engagement.engaged_from is 'Its first instant.';
comment on column calls.engagement.engaged_until is 'Its last instant.';
comment on table calls.engagement_rows is
    'All rows of calls.engagement. A rebuild makes a new one and swaps it in.';
comment on index calls.engagement_by_manager is
    'Serves the judgement of busy attempts: what engaged a phone at an instant.';

comment on table calls.missed_call is
    'One row per missed incoming call that is not internal, and per call while it is presumed '
    'missed, with the facts about its call-back: the customer''s calls that start at or after its '
    'end, or are answered after it, and start within the source''s call-back window. The state is '
    'judged from them at an instant, by analytics.missed_call_at.';
comment on column calls.missed_call.source_id is 'The source.';
comment on column calls.missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column calls.missed_call.presumed is
    'Whether it is presumed missed: neither answered nor ended four hours after its start.';
comment on column calls.missed_call.customer is 'The caller; null when withheld.';
comment on column calls.missed_call.customer_key is
    'Key that identifies the caller in figures; null when withheld.';
comment on column calls.missed_call.line is 'The number that the customer dialled.';
comment on column calls.missed_call.missed_at is
    'End of the missed call; its start when it has no end, or is presumed.';
comment on column calls.missed_call.local_date is 'Local date of the missed call.';
comment on column calls.missed_call.followed_from is
    'From which instant on its caller is followed: missed_at, or four hours later when presumed.';
comment on column calls.missed_call.followed_until is
    'Before which instant: that of the answer or end that came after all; null without one.';
comment on column calls.missed_call.callback_started_at is
    'Start of the earliest outgoing call to the customer, whatever its result; before missed_at '
    'when it was answered only afterwards; null without one.';
comment on column calls.missed_call.contact_pbx_id is
    'First contact with the customer in either direction; null without one.';
comment on column calls.missed_call.contact_direction is
    'Direction of the contact: outgoing means returned, incoming means came_back.';
comment on column calls.missed_call.contact_line is 'Its line; null when unknown.';
comment on column calls.missed_call.contact_at is
    'Instant of its answer; of its start when the answer time is unknown.';
comment on column calls.missed_call.contact_since is
    'From which instant on it is a contact: the source''s least contact after its answer.';
comment on column calls.missed_call.contact_manager is 'The manager of the contact.';
comment on table calls.missed_call_rows is
    'All rows of calls.missed_call. A rebuild makes a new one and swaps it in.';
comment on index calls.missed_call_by_day is 'Serves lists of a period''s missed calls.';
comment on index calls.missed_call_by_end is
    'Serves analytics.waiting_callers: the missed calls that ended within one call-back window '
    'before an instant.';
comment on index calls.missed_call_by_customer is
    'Serves the refresh: a customer''s missed calls; and call-backs made by a manager.';

comment on table calls.marked_call is
    'One row per call that a change of settings, retention or an erasure has marked: the next '
    'refresh derives it again.';
comment on column calls.marked_call.source_id is 'The source.';
comment on column calls.marked_call.pbx_id is 'The PBX''s identifier of the call.';

comment on table calls.marked_day is
    'One row per local date that a change of settings has marked: the next refresh computes its '
    'statistics again.';
comment on column calls.marked_day.source_id is 'The source.';
comment on column calls.marked_day.local_date is 'The local date in the source''s zone.';

comment on table calls.stale_call is
    'One row per call that the running refresh must derive again; empty between refreshes. No '
    'refresh sees the rows of another slice.';
comment on column calls.stale_call.source_id is 'The source.';
comment on column calls.stale_call.pbx_id is 'The PBX''s identifier of the call.';

comment on table calls.stale_busy_attempt is
    'One row per busy attempt that the running refresh must judge again; empty between '
    'refreshes.';
comment on column calls.stale_busy_attempt.source_id is 'The source.';
comment on column calls.stale_busy_attempt.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.stale_busy_attempt.attempt_no is 'Number of the attempt.';

comment on table calls.stale_customer is
    'One row per customer whose call-backs the running refresh must derive again; empty between '
    'refreshes.';
comment on column calls.stale_customer.source_id is 'The source.';
comment on column calls.stale_customer.customer_key is 'The customer''s key in calls.call.';
comment on column calls.stale_customer.since is
    'Earliest start, answer or end of the customer''s changed calls, before or after the change.';
comment on column calls.stale_customer.until is
    'Latest start, answer or end of the customer''s changed calls, before or after the change.';

comment on table calls.stale_day is
    'One row per local date whose statistics the running refresh must compute again; empty '
    'between refreshes.';
comment on column calls.stale_day.source_id is 'The source.';
comment on column calls.stale_day.local_date is 'The local date in the source''s zone.';

comment on table calls.failing_call is
    'One row per call whose derivation has been begun and has not succeeded since. Each begin is '
    'committed before the work, so that one that ends the process counts too.';
comment on column calls.failing_call.source_id is 'The source.';
comment on column calls.failing_call.pbx_id is 'The PBX''s identifier of the call.';
comment on column calls.failing_call.local_date is
    'Local date of its first notification with a time.';
comment on column calls.failing_call.begun is
    'How often it was begun since; at 3 the call is set aside.';
comment on column calls.failing_call.version is
    'Version of the program that has tried; another one tries again.';

comment on table calls.unended_refresh is
    'One row per slice: the refreshes begun since one ended well, committed before their work.';
comment on column calls.unended_refresh.slice is 'Number of the slice, from 0 on.';
comment on column calls.unended_refresh.begun is
    'Their number; from 1 on the next refresh first derives each of its calls for trial.';

comment on table calls.refresh_cursor is
    'One row per slice of the sources: how far its refresh has read the journal. The refresher '
    'locks it, so only one runs at a time.';
comment on column calls.refresh_cursor.slice is
    'Number of the slice, from 0 on: its sources are those with this remainder when source_id is '
    'divided by the number of slices.';
comment on column calls.refresh_cursor.system_identifier is
    'PostgreSQL cluster to which the transaction number belongs; in another cluster the next '
    'refresh rebuilds.';
comment on column calls.refresh_cursor.ingest_xid is 'Transaction of the last notification read.';
comment on column calls.refresh_cursor.notification_id is
    'The last notification read within that transaction.';
comment on column calls.refresh_cursor.refreshed_at is
    'When the last refresh ended; null before the first.';
