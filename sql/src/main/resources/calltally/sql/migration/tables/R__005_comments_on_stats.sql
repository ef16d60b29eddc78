-- Comments on the tables and indexes of the schema stats.

comment on schema stats is
    'Sums derived from calls and attempts, one local date at a time; can be rebuilt at any time.';
comment on schema analytics is
    'The analysts'' interface: names and columns stay, additions come at the end. Seconds are '
    'numeric with milliseconds; instants carry a zone; local dates and hours are those of the '
    'source''s zone.';

comment on table stats.hourly_line is
    'One row per source, local hour and line (null: no line known) with at least one call that is '
    'not internal.';
comment on column stats.hourly_line.source_id is 'The source.';
comment on column stats.hourly_line.hour_start is
    'Start of the local hour, as an instant; an hour that a clock change repeats has two rows.';
comment on column stats.hourly_line.local_date is 'Local date of the hour.';
comment on column stats.hourly_line.line is
    'The line; null when unknown, as for most outgoing calls.';
comment on column stats.hourly_line.line_name is 'Its name in the directory on that date.';
comment on column stats.hourly_line.department is 'Its department on that date.';
comment on column stats.hourly_line.incoming is 'Incoming calls: answered + missed + unfinished.';
comment on column stats.hourly_line.answered is 'Incoming calls answered.';
comment on column stats.hourly_line.missed is 'Incoming calls missed: the sum of the six reasons.';
comment on column stats.hourly_line.unfinished is
    'Incoming calls without an outcome so far; they count in no rate.';
comment on column stats.hourly_line.short_missed is
    'Missed with wait < the short-call limit: the caller gave up, or nobody was rung.';
comment on column stats.hourly_line.missed_caller_gave_up is
    'Missed because the caller gave up while a manager was rung.';
comment on column stats.hourly_line.missed_no_answer is
    'Missed because a manager who was rung did not answer.';
comment on column stats.hourly_line.missed_busy is 'Missed because managers were busy.';
comment on column stats.hourly_line.missed_unavailable is
    'Missed because phones were unavailable or failed.';
comment on column stats.hourly_line.missed_not_offered is
    'Missed without an attempt: no manager was rung.';
comment on column stats.hourly_line.missed_unknown is
    'Missed for a reason that the notifications do not show.';
comment on column stats.hourly_line.missed_outside_hours is
    'Missed outside configured working hours.';
comment on column stats.hourly_line.answered_in_time is
    'Answered with wait <= the service-level threshold.';
comment on column stats.hourly_line.wait_answered_sum is
    'Seconds: sum of known waits of answered incoming calls.';
comment on column stats.hourly_line.wait_answered_count is
    'Answered incoming calls with a known wait.';
comment on column stats.hourly_line.wait_missed_sum is
    'Seconds: sum of known waits of missed incoming calls.';
comment on column stats.hourly_line.wait_missed_count is 'Missed incoming calls with a known wait.';
comment on column stats.hourly_line.wait_max is
    'Seconds: longest known wait of an answered incoming call; null without one.';
comment on column stats.hourly_line.talk_sum is
    'Seconds: sum of known talks of answered incoming calls.';
comment on column stats.hourly_line.talk_count is 'Answered incoming calls with a known talk.';
comment on column stats.hourly_line.outgoing is 'Outgoing calls.';
comment on column stats.hourly_line.connected is 'Outgoing calls answered.';
comment on column stats.hourly_line.outgoing_missed is
    'Outgoing calls not answered; with connected the denominator of the connect rate.';
comment on table stats.hourly_line_rows is
    'All rows of stats.hourly_line. A rebuild makes a new one and swaps it in.';

comment on table stats.daily_manager is
    'One row per source, local date and manager with at least one attempt, answered or placed '
    'call that is not internal.';
comment on column stats.daily_manager.source_id is 'The source.';
comment on column stats.daily_manager.local_date is 'Local date of the start of the calls.';
comment on column stats.daily_manager.manager is
    'The manager''s name in the directory, else their number.';
comment on column stats.daily_manager.manager_number is
    'The manager''s number; null when the directory lists several.';
comment on column stats.daily_manager.department is
    'The manager''s department on that date; null when not given.';
comment on column stats.daily_manager.attempts is
    'Rings of the manager''s phones: the sum of the seven outcomes.';
comment on column stats.daily_manager.calls_offered is 'Distinct calls among the attempts.';
comment on column stats.daily_manager.calls_answered is
    'Answered incoming calls whose manager is this manager.';
comment on column stats.daily_manager.answered is 'Attempts answered.';
comment on column stats.daily_manager.no_answer is 'Attempts that the manager did not answer.';
comment on column stats.daily_manager.busy is 'Attempts that found the manager busy.';
comment on column stats.daily_manager.busy_in_call is
    'Of the busy attempts, those that found the manager on another call.';
comment on column stats.daily_manager.unavailable is 'Attempts that found the phone unavailable.';
comment on column stats.daily_manager.taken_by_another is
    'Attempts that ended because somebody else answered.';
comment on column stats.daily_manager.caller_gave_up is
    'Attempts that ended because the caller hung up.';
comment on column stats.daily_manager.other is
    'Attempts with the outcome other, ringing or unknown.';
comment on column stats.daily_manager.untold is
    'Of other, those with the outcome unknown: the exchange does not tell how the ring ended.';
comment on column stats.daily_manager.answerable_calls is
    'Distinct calls with an attempt that is answered, no_answer, or busy and not in a call: those '
    'that the manager could have answered.';
comment on column stats.daily_manager.picked_up_calls is
    'Of these, the calls with an answered attempt.';
comment on column stats.daily_manager.missed_calls is
    'Distinct missed calls in which the manager had an attempt no_answer.';
comment on column stats.daily_manager.ring_sum is
    'Seconds: sum of known ring times of answered attempts.';
comment on column stats.daily_manager.ring_count is 'Answered attempts with a known ring time.';
comment on column stats.daily_manager.ring_median is
    'Seconds: median ring time of answered attempts, continuous; null without one.';
comment on column stats.daily_manager.ring_p90 is
    'Seconds: 90th percentile of the same, continuous; null without one.';
comment on column stats.daily_manager.ring_milliseconds is
    'Milliseconds: these ring times, ascending, for the percentiles of several days.';
comment on column stats.daily_manager.talk_sum is
    'Seconds: sum of the manager''s talk shares of incoming calls.';
comment on column stats.daily_manager.talk_count is
    'Picked-up calls with a known talk share.';
comment on column stats.daily_manager.transfers_in is
    'Answered incoming calls that another manager had answered before.';
comment on column stats.daily_manager.transfers_out is
    'Answered incoming calls that another manager answered after.';
comment on column stats.daily_manager.outgoing is 'Calls placed by the manager.';
comment on column stats.daily_manager.connected is
    'Calls placed by the manager that were answered.';
comment on column stats.daily_manager.outgoing_missed is
    'Calls placed by the manager that were not answered; with connected the denominator of the '
    'connect rate.';
comment on column stats.daily_manager.outgoing_talk_sum is
    'Seconds: sum of known talks of the calls that the manager placed.';
comment on column stats.daily_manager.outgoing_talk_count is
    'Calls placed by the manager, with a known talk.';
comment on column stats.daily_manager.callbacks is
    'Calls placed by the manager that were the first contact of at least one missed or presumed '
    'missed call.';
comment on column stats.daily_manager.callback_tries is
    'Calls placed by the manager to a customer waiting for a call-back that were no contact.';
comment on column stats.daily_manager.first_activity is
    'First attempt answered (its start, else its end) or call placed; null without one.';
comment on column stats.daily_manager.last_activity is
    'Last attempt answered or call placed; null without one.';
comment on table stats.daily_manager_rows is
    'All rows of stats.daily_manager. A rebuild makes a new one and swaps it in.';

comment on table stats.daily_quality is
    'One row per source and local date with at least one notification or call: how reliable the '
    'figures of the day are.';
comment on column stats.daily_quality.source_id is 'The source.';
comment on column stats.daily_quality.local_date is
    'Local date of the notifications'' occurred_at (of their arrival for events without a time) '
    'and of the calls'' start.';
comment on column stats.daily_quality.notifications is 'Notifications.';
comment on column stats.daily_quality.unknown_events is
    'Notifications with an event that Calltally does not know.';
comment on column stats.daily_quality.late is
    'Notifications received more than 5 minutes after they occurred; imported ones are never late.';
comment on column stats.daily_quality.time_without_offset is
    'Notifications whose time had no offset and was read in the source''s zone.';
comment on column stats.daily_quality.clock_ahead is
    'Notifications whose time lay more than 5 minutes in the future.';
comment on column stats.daily_quality.unknown_status is
    'Notifications with a status that Calltally does not know: other for an attempt, no status at '
    'a call''s end.';
comment on column stats.daily_quality.unreadable_duration is
    'Notifications whose duration was unreadable or negative.';
comment on column stats.daily_quality.rounded_number is
    'Notifications with a number in scientific notation, which is nobody''s.';
comment on column stats.daily_quality.recording_refused is
    'Notifications whose recording was no link that is kept: http or https, at most 2,048 '
    'characters, without user or password.';
comment on column stats.daily_quality.time_of_receipt is
    'Notifications whose exchange reports no time: they have the time of their receipt.';
comment on column stats.daily_quality.calls is 'Calls, internal ones included.';
comment on column stats.daily_quality.calls_complete is 'Calls with start, end and paired members.';
comment on column stats.daily_quality.unfinished is 'Calls without an outcome.';
comment on column stats.daily_quality.internal is
    'Calls between managers; they count in no other figure.';
comment on column stats.daily_quality.start_missing is 'Calls whose start was not received.';
comment on column stats.daily_quality.mixed_direction is
    'Calls with incoming and outgoing notifications.';
comment on column stats.daily_quality.contradiction is
    'Calls whose verdict contradicts their notifications.';
comment on column stats.daily_quality.negative_time is
    'Calls with a negative wait or talk, which is stored as null.';
comment on column stats.daily_quality.long_gap is
    'Calls with more than 12 hours between two notifications: their id was used again.';
comment on column stats.daily_quality.too_many_notifications is
    'Calls of which only the first 2,000 notifications were read.';
comment on column stats.daily_quality.rings_unknown is
    'Incoming calls of which it is not told whose phones rang, as in lists of finished calls: they '
    'are in no ring and no answer rate of a manager.';
comment on column stats.daily_quality.wait_unknown is
    'Incoming calls, answered or missed, of which it is not told how long the caller waited: they '
    'are in no wait and no service level.';
comment on column stats.daily_quality.set_aside is
    'Calls that could not be derived; they are in no other figure.';
comment on column stats.daily_quality.attempts_without_start is
    'Attempts without a start, implied ones excluded.';
comment on column stats.daily_quality.attempts_without_end is
    'Attempts without an end, implied ones excluded.';
comment on column stats.daily_quality.longest_silence_seconds is
    'Seconds: longest working time of the day without a notification, breaks not counted; null '
    'without configured working hours.';
comment on column stats.daily_quality.silence_starts_at is
    'When that silence began; the earliest of equals; null without one.';
comment on column stats.daily_quality.silence_ends_at is 'When it ended; null without one.';
comment on column stats.daily_quality.gaps is
    'Times between the starts of consecutive calls within one shift.';
comment on column stats.daily_quality.short_gap_seconds is
    'Seconds: the longest of them up to 40 minutes; null without one.';
comment on column stats.daily_quality.long_gaps_seconds is
    'Seconds: all of them above 40 minutes, in ascending order. Only these can raise the limit of '
    'silence above 2 h, so no others are stored.';
comment on table stats.daily_quality_rows is
    'All rows of stats.daily_quality. A rebuild makes a new one and swaps it in.';
