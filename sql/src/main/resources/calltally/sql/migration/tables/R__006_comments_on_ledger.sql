-- Comments on the tables and indexes of the schema ledger.

comment on schema ledger is
    'What was reported and delivered. Reports and their figures are append-only; mailings and '
    'deliveries move from state to state.';

comment on table ledger.report_run is
    'One row per report that was made: a kind of report of a source, a period and perhaps a line, '
    'department or manager.';
comment on column ledger.report_run.source_id is 'The source.';
comment on column ledger.report_run.run_id is 'Order in which reports were made.';
comment on column ledger.report_run.kind is 'Kind of report: daily, weekly and so on.';
comment on column ledger.report_run.line is 'The line that it covers; null for all.';
comment on column ledger.report_run.department is 'The department that it covers; null for all.';
comment on column ledger.report_run.manager is 'The manager that it covers; null for all.';
comment on column ledger.report_run.from_date is 'First local date of its period.';
comment on column ledger.report_run.until_date is 'First local date after it.';
comment on column ledger.report_run.subscription is
    'The subscription that it was made for; null for a report made on request.';
comment on column ledger.report_run.generated_at is
    'Instant of the snapshot of its figures, at which call-backs are judged.';
comment on column ledger.report_run.rendered_at is 'When it was written.';
comment on index ledger.report_run_by_kind is
    'Serves ledger.restated_figure: the earlier runs of the same kind.';

comment on table ledger.printed_figure is
    'One row per figure of a local date as a run printed it: the dates of its period, and those '
    'of earlier periods that it restated.';
comment on column ledger.printed_figure.source_id is 'The source.';
comment on column ledger.printed_figure.run_id is 'The run.';
comment on column ledger.printed_figure.local_date is 'Local date of the figure.';
comment on column ledger.printed_figure.figure is
    'Name of the figure, as ledger.daily_figure gives it.';
comment on column ledger.printed_figure.value is 'Its value.';

comment on table ledger.subscription is
    'One row per subscription that a service has ever found in its configuration; a report per '
    'department or manager has one row for each.';
comment on column ledger.subscription.source_id is 'The source.';
comment on column ledger.subscription.subscription is
    'Its identity: its name, or else kind, source, filter, language and masking. Recipients, time '
    'and formats may change.';
comment on column ledger.subscription.known_since is
    'When it was first found: runs scheduled before that are not due.';

comment on table ledger.mailing is
    'One row per subscription and period: no local date of a subscription is in two of them.';
comment on column ledger.mailing.source_id is 'The source.';
comment on column ledger.mailing.mailing_id is 'Its number.';
comment on column ledger.mailing.subscription is 'The subscription.';
comment on column ledger.mailing.from_date is 'First local date of its period.';
comment on column ledger.mailing.until_date is 'First local date after it.';
comment on column ledger.mailing.due_at is 'When its schedule made it due.';
comment on column ledger.mailing.deadline is 'The latest time by which it should be delivered.';
comment on column ledger.mailing.revision is
    'How often it was requested again: 0 for the scheduled report.';
comment on column ledger.mailing.state is
    'due; rendering (leased to a service until lease_until); rendered (archived, deliveries '
    'created); empty (nothing to report, so not sent); failed; skipped (too old when a service '
    'resumed); withdrawn (its subscription was no longer configured). Applies to the newest '
    'revision.';
comment on column ledger.mailing.attempts is 'Number of rendering attempts begun.';
comment on column ledger.mailing.next_attempt_at is
    'Earliest time of the next rendering attempt; null when not due.';
comment on column ledger.mailing.lease_until is
    'End of the lease of the service that renders it; null without one.';
comment on column ledger.mailing.fence is
    'Grows with every lease; writes under an earlier lease are refused.';
comment on column ledger.mailing.run_id is
    'The report of the newest revision that was rendered; null before.';
comment on column ledger.mailing.archive_path is
    'Folder of the newest revision that was rendered, within the archive; null before.';
comment on column ledger.mailing.masked is
    'Whether the files of the archived report mask customers'' numbers.';
comment on column ledger.mailing.reason is
    'Why it failed, was skipped or withdrawn, or why the last attempt failed; null without one.';
comment on index ledger.mailing_unfinished is 'Serves the search for mailings to render.';

comment on table ledger.delivery is 'One row per mailing, revision and recipient.';
comment on column ledger.delivery.source_id is 'The source.';
comment on column ledger.delivery.mailing_id is 'The mailing.';
comment on column ledger.delivery.revision is 'The revision of the mailing that it carries.';
comment on column ledger.delivery.recipient is 'The bare address, without a name.';
comment on column ledger.delivery.recipient_name is
    'Display name before the address; null without one.';
comment on column ledger.delivery.is_bcc is
    'Whether the other recipients do not see the address (Bcc).';
comment on column ledger.delivery.message_id is 'Message-ID of the mail, the same in all attempts.';
comment on column ledger.delivery.subject is 'Subject of the mail.';
comment on column ledger.delivery.archive_path is 'Folder of its report within the archive.';
comment on column ledger.delivery.created_at is 'When its report was rendered.';
comment on column ledger.delivery.state is
    'waiting (for its first or next attempt); sending (the mail itself is being transmitted, until '
    'lease_until); sent (accepted by the server); uncertain (transmitted, but the server''s '
    'answer was lost: sent once more under the same Message-ID while next_attempt_at is not '
    'null); failed.';
comment on column ledger.delivery.attempts is 'Number of sending attempts begun.';
comment on column ledger.delivery.lost_answers is
    'How often the server''s answer to the whole mail was lost.';
comment on column ledger.delivery.without_attachments is
    'Whether the mail goes without attachments, because the server accepts no mail of that size.';
comment on column ledger.delivery.next_attempt_at is
    'Earliest time of the next attempt; null when finished.';
comment on column ledger.delivery.lease_until is
    'End of the lease of the service that sends it; null without one.';
comment on column ledger.delivery.fence is
    'Grows with every lease; writes under an earlier lease are refused.';
comment on column ledger.delivery.answer is
    'The server''s last answer, or why it was not reached; null before the first attempt.';
comment on column ledger.delivery.ended_at is 'When it was sent or given up; null before that.';
comment on index ledger.delivery_unfinished is 'Serves the search for deliveries to send.';

comment on table ledger.removed_report is
    'One row per report whose files and letter were removed from the archive because they named '
    'an erased customer. Append-only; contains no customers'' numbers.';
comment on column ledger.removed_report.source_id is 'The source.';
comment on column ledger.removed_report.archive_path is 'Its former folder within the archive.';
comment on column ledger.removed_report.mailing_id is 'The mailing that it was made for.';
comment on column ledger.removed_report.removed_at is 'When.';

comment on table ledger.alarm is
    'One row per alarm: from when a problem was noticed until it was over.';
comment on column ledger.alarm.source_id is 'The source that it concerns; 0 for all of them.';
comment on column ledger.alarm.alarm_id is 'Its number.';
comment on column ledger.alarm.kind is
    'feed_quiet (fewer calls than usual for the weekday and hour), missed_rate (too many of the '
    'last hour''s calls were missed), report_late (a report was not delivered by its deadline), '
    'spool_full, refresh_late, intrusion (many requests had a wrong token, address or signature), '
    'handover_late (a program or CRM was not notified of callers).';
comment on column ledger.alarm.place is
    'Where the problem is, when each service has its own: the folder of the spool, for '
    'spool_full and intrusion. Empty for all other kinds.';
comment on column ledger.alarm.began_at is 'When it was noticed.';
comment on column ledger.alarm.ended_at is 'When it was found to be over; null while it lasts.';
comment on column ledger.alarm.message is
    'What was wrong when it was noticed, in the language of the alarms.';
comment on column ledger.alarm.details is 'The same for programs: names and values.';
comment on index ledger.alarm_is_open_once is
    'Serves the rule that an alarm is open once at a time, and the search for open alarms.';

comment on table ledger.alarm_notice is
    'One row per alarm, stage and channel: each channel is notified once of its beginning and '
    'once of its end.';
comment on column ledger.alarm_notice.source_id is 'The alarm''s source; 0 for all of them.';
comment on column ledger.alarm_notice.alarm_id is 'The alarm.';
comment on column ledger.alarm_notice.stage is 'begin or end.';
comment on column ledger.alarm_notice.channel is
    'A mail address, or a webhook''s host with the beginning of its address''s SHA-256: the '
    'address itself may hold a secret.';
comment on column ledger.alarm_notice.attempts is 'Number of notification attempts begun.';
comment on column ledger.alarm_notice.next_attempt_at is
    'Earliest time of the next attempt, also by another service should the current one die; null '
    'when finished.';
comment on column ledger.alarm_notice.notified_at is
    'When the channel accepted it; null until then.';
comment on column ledger.alarm_notice.answer is
    'The channel''s last answer, or why it was not reached; null before the first attempt.';
comment on index ledger.alarm_notice_waiting is 'Serves the search for notices to send.';
