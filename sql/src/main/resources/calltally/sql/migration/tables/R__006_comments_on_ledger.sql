-- What the tables and indexes of the schema ledger hold and serve.

comment on schema ledger is
    'What was reported and delivered. Reports and their figures are added and never changed; '
    'mailings and deliveries go on from state to state.';

comment on table ledger.run is
    'One row per report that was made: a kind of report of a source, a period and perhaps a line, '
    'department or manager.';
comment on column ledger.run.source_id is 'The source.';
comment on column ledger.run.run_id is 'Order in which they were made.';
comment on column ledger.run.kind is 'Kind of report: daily, weekly and so on.';
comment on column ledger.run.line is 'The line that it tells of; null for all.';
comment on column ledger.run.department is 'The department that it tells of; null for all.';
comment on column ledger.run.manager is 'The manager that it tells of; null for all.';
comment on column ledger.run.from_date is 'First local date of its period.';
comment on column ledger.run.until_date is 'First local date after it.';
comment on column ledger.run.subscription is
    'The subscription that it was made for; null for a report that somebody asked for.';
comment on column ledger.run.generated_at is
    'The instant at which its figures were read and call-backs judged.';
comment on column ledger.run.rendered_at is 'When it was written.';
comment on index ledger.run_by_kind is
    'Serves ledger.restated_figure: the earlier runs of the same kind.';

comment on table ledger.printed_figure is
    'One row per figure of a local date as a run knew it: the dates of its period, and those of '
    'earlier periods that it restated.';
comment on column ledger.printed_figure.source_id is 'The source.';
comment on column ledger.printed_figure.run_id is 'The run.';
comment on column ledger.printed_figure.local_date is 'Local date that the figure tells of.';
comment on column ledger.printed_figure.figure is
    'Name of the figure, as ledger.daily_figure gives it.';
comment on column ledger.printed_figure.value is 'Its value.';

comment on table ledger.subscription is
    'One row per subscription that a service has ever seen in its configuration; of a report for '
    'each department or manager one row each.';
comment on column ledger.subscription.source_id is 'The source.';
comment on column ledger.subscription.subscription is
    'What it is known by: its name, or else kind, source, filter, language and masking. '
    'Recipients, time and formats may change.';
comment on column ledger.subscription.known_since is
    'When it was seen first: runs that were scheduled before are not due.';

comment on table ledger.mailing is
    'One row per subscription and period: no local date of a subscription is in two of them.';
comment on column ledger.mailing.source_id is 'The source.';
comment on column ledger.mailing.mailing_id is 'Its number.';
comment on column ledger.mailing.subscription is 'The subscription.';
comment on column ledger.mailing.from_date is 'First local date of its period.';
comment on column ledger.mailing.until_date is 'First local date after it.';
comment on column ledger.mailing.due_at is 'When its schedule asked for it.';
comment on column ledger.mailing.deadline is 'When it ought to have been delivered at the latest.';
comment on column ledger.mailing.revision is
    'How often it was asked for again: 0 for the report that the schedule asked for.';
comment on column ledger.mailing.state is
    'due; rendering (somebody is at it until lease_until); rendered (archived, deliveries are on '
    'their way); empty (nothing to tell, and so not sent); failed; skipped (too old when a '
    'service came back); withdrawn (its subscription had left the configuration). Of the newest '
    'revision.';
comment on column ledger.mailing.attempts is 'How often rendering was begun.';
comment on column ledger.mailing.next_attempt_at is
    'When rendering may be tried; null when it is not due.';
comment on column ledger.mailing.lease_until is
    'Until when it belongs to whoever renders it; null when nobody does.';
comment on column ledger.mailing.fence is
    'Grows with every taker; what an earlier one writes is refused.';
comment on column ledger.mailing.run_id is
    'The report of the newest revision that was rendered; null before.';
comment on column ledger.mailing.archive_path is
    'Folder of the newest revision that was rendered, within the archive; null before.';
comment on column ledger.mailing.reason is
    'Why it failed, was skipped or withdrawn, or why the last attempt failed; null without one.';
comment on index ledger.mailing_unfinished is 'Serves the search for mailings to render.';

comment on table ledger.delivery is 'One row per mailing, revision and recipient.';
comment on column ledger.delivery.source_id is 'The source.';
comment on column ledger.delivery.mailing_id is 'The mailing.';
comment on column ledger.delivery.revision is 'The revision of the mailing that it carries.';
comment on column ledger.delivery.recipient is 'The address alone, without a name.';
comment on column ledger.delivery.recipient_name is
    'The name that stands before the address; null without one.';
comment on column ledger.delivery.is_bcc is
    'Whether the other recipients do not see the address (Bcc).';
comment on column ledger.delivery.message_id is 'Message-ID of the mail, the same in all attempts.';
comment on column ledger.delivery.subject is 'Subject of the mail.';
comment on column ledger.delivery.archive_path is 'Folder of its report within the archive.';
comment on column ledger.delivery.created_at is 'When its report was rendered.';
comment on column ledger.delivery.state is
    'rendered (waits, or is being tried); sending (the mail itself is being handed over until '
    'lease_until); sent (the server has taken it); uncertain (handed over, but the server''s '
    'answer was lost: sent once more under the same Message-ID while next_attempt_at is not '
    'null); failed.';
comment on column ledger.delivery.attempts is 'How often sending was begun.';
comment on column ledger.delivery.lost_answers is
    'How often the server''s answer to the whole mail was lost.';
comment on column ledger.delivery.without_attachments is
    'Whether the mail goes without attachments, because the server takes no mail of that size.';
comment on column ledger.delivery.next_attempt_at is 'When it may be tried; null when it is over.';
comment on column ledger.delivery.lease_until is
    'Until when it belongs to whoever sends it; null when nobody does.';
comment on column ledger.delivery.fence is
    'Grows with every taker; what an earlier one writes is refused.';
comment on column ledger.delivery.answer is
    'The server''s last answer, or why it was not reached; null before the first attempt.';
comment on column ledger.delivery.ended_at is 'When it was sent or given up; null before.';
comment on index ledger.delivery_unfinished is 'Serves the search for deliveries to send.';

comment on table ledger.removed_report is
    'One row per report whose files and letter were removed from the archive because they named a '
    'customer who was erased. Added to and never changed; holds no numbers of customers.';
comment on column ledger.removed_report.source_id is 'The source.';
comment on column ledger.removed_report.archive_path is
    'Folder within the archive in which it lay.';
comment on column ledger.removed_report.mailing_id is 'The mailing that it was made for.';
comment on column ledger.removed_report.removed_at is 'When.';

comment on table ledger.alarm is
    'One row per time that something was wrong, from when it was noticed until it was well again.';
comment on column ledger.alarm.source_id is
    'The source that it is about; 0 for what concerns all of them.';
comment on column ledger.alarm.alarm_id is 'Its number.';
comment on column ledger.alarm.kind is
    'feed_quiet (fewer calls than is usual for the weekday and hour), missed_rate (too many of '
    'the last hour''s calls were missed), report_late (a report was not delivered by its '
    'deadline), spool_full, refresh_late.';
comment on column ledger.alarm.place is
    'Where, for what each service has of its own: folder of the spool. Empty for everything else.';
comment on column ledger.alarm.began_at is 'When it was noticed.';
comment on column ledger.alarm.ended_at is
    'When it was seen to be well again; null while it is not.';
comment on column ledger.alarm.message is
    'What was wrong when it was noticed, in the language that the watch speaks.';
comment on column ledger.alarm.details is 'The same for programs: names and values.';
comment on index ledger.alarm_is_open_once is
    'Serves the rule that what is wrong is told once, and the search for what is.';

comment on table ledger.alarm_notice is
    'One row per alarm, stage and channel: each is told once that it began and once that it '
    'ended.';
comment on column ledger.alarm_notice.source_id is
    'The alarm''s source; 0 for what concerns all of them.';
comment on column ledger.alarm_notice.alarm_id is 'The alarm.';
comment on column ledger.alarm_notice.stage is 'begin or end.';
comment on column ledger.alarm_notice.channel is
    'A mail address, or a webhook''s host with the beginning of its address''s SHA-256: the '
    'address itself may hold a secret.';
comment on column ledger.alarm_notice.attempts is 'How often telling was begun.';
comment on column ledger.alarm_notice.next_attempt_at is
    'When it may be tried, also by another service if the one that tries now should die; null '
    'when it is over.';
comment on column ledger.alarm_notice.notified_at is
    'When the channel took it; null when it has not.';
comment on column ledger.alarm_notice.answer is
    'What the channel answered last, or why it was not reached; null before the first attempt.';
comment on index ledger.alarm_notice_waiting is 'Serves the search for notices to send.';
