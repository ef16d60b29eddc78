-- Comments on the tables and indexes of the schema journal.

comment on schema journal is 'What was received. Append-only.';

comment on table journal.notification is
    'One row per notification: one message of the PBX, however often it was delivered. '
    'Append-only; partitioned by month (UTC) of occurred_at. Rows without a partition of their '
    'month are in the partition notification_other.';
comment on column journal.notification.source_id is 'The source that sent it.';
comment on column journal.notification.id is
    'Order of insertion within one transaction; no meaning beyond the refresh''s cursor.';
comment on column journal.notification.received_at is
    'The receiver''s clock when the first delivery arrived.';
comment on column journal.notification.occurred_at is
    'The PBX''s clock; -infinity for events without a time. The time of receipt, with that remark, '
    'for calls of an exchange that reports none.';
comment on column journal.notification.digest is
    'SHA-256 over the canonical form of all fields and values; two deliveries with the same '
    'digest are one notification.';
comment on column journal.notification.event is 'Event name, trimmed and lower-cased.';
comment on column journal.notification.pbx_id is
    'The PBX''s identifier of the call, trimmed; null where the event has none.';
comment on column journal.notification.caller is
    'Calling number after normalisation: E.164, an extension, or cleaned text; null when withheld '
    'or absent.';
comment on column journal.notification.receiver is
    'Called number after normalisation, like caller.';
comment on column journal.notification.status is
    'answer, noanswer, busy, cancel, unavailable, other or missed; null when absent.';
comment on column journal.notification.duration is
    'Seconds as the PBX reports them; null when absent or unreadable.';
comment on column journal.notification.audio_path is
    'http or https link of the recording, at most 2,048 characters; null otherwise.';
comment on column journal.notification.fields is 'All field names and values as sent.';
comment on column journal.notification.method is 'GET or POST; FILE for imports.';
comment on column journal.notification.channel is 'http or import.';
comment on column journal.notification.parser_version is
    'Version of the rules that read the fields at intake.';
comment on column journal.notification.remarks is
    'Oddities found at intake: time_without_offset, clock_ahead, unknown_status, '
    'unreadable_duration, rounded_number, recording_refused, time_of_receipt.';
comment on column journal.notification.exchange is
    'By whose rules it is read, such as mango. Notifications of sipsim, and imported lists, are '
    'read at intake; others are translated when their call is derived.';
comment on column journal.notification.zone is
    'Zone of the source at receipt, in which its times are read; null where they were read at '
    'intake.';
comment on column journal.notification.region is
    'Region of the source at receipt, in which its numbers are read; null where they were read at '
    'intake.';
comment on column journal.notification.alias is
    'Another identifier that the PBX uses for the same call; null for none.';
comment on column journal.notification.ingest_xid is
    'Transaction that stored it; orders the refresh''s incremental reading.';
comment on table journal.notification_other is
    'Notifications without a time, and those of months without a partition. When their month gets '
    'one, they move there, unless they are too many.';
comment on index journal.notification_by_call is
    'Serves the refresh: the first notifications of a stale call.';
comment on index journal.notification_by_ingest is
    'Serves the refresh: notifications after the cursor.';
comment on index journal.notification_by_digest is
    'Serves the receipt of a notification whose exchange reports no time: its first delivery.';
comment on index journal.notification_with_alias is
    'Serves the derivation of calls that have several identifiers.';
comment on index journal.notification_by_alias is
    'Serves the derivation of calls that have several identifiers.';
comment on index journal.notification_without_time is
    'Serves the data quality of a day: events without a time count on the day of their arrival.';

comment on table journal.duplicate is
    'One row per source and local date: how many deliveries repeated a stored notification.';
comment on column journal.duplicate.source_id is 'The source.';
comment on column journal.duplicate.local_date is
    'Local date of the notification''s occurred_at in the source''s zone; of its arrival for '
    'events without a time.';
comment on column journal.duplicate.deliveries is 'Repeated deliveries.';

comment on table journal.rejected is
    'One row per authenticated request that could not become a notification, with its raw '
    'content, so that it can be replayed after a fix. At most 10,000 requests or 64 MiB per '
    'source and day; more are only counted, in journal.rejected_day.';
comment on column journal.rejected.source_id is 'The source.';
comment on column journal.rejected.id is 'Order of arrival.';
comment on column journal.rejected.received_at is 'The receiver''s clock when the request arrived.';
comment on column journal.rejected.reason is 'The rule that was broken, in words.';
comment on column journal.rejected.field is
    'The field that broke it; null when the whole request is unreadable.';
comment on column journal.rejected.method is 'GET or POST; FILE for imports.';
comment on column journal.rejected.channel is 'http or import.';
comment on column journal.rejected.content_type is
    'Content type of the body as sent; null when absent.';
comment on column journal.rejected.path is
    'Path below the token, where the exchange adds one; null for none.';
comment on column journal.rejected.query is 'Raw query string; null when absent.';
comment on column journal.rejected.body is 'Raw body, its first 64 KiB; null when absent.';
comment on column journal.rejected.size is
    'Length of query and body as sent, in bytes, before anything was cut.';
comment on column journal.rejected.replayed_at is
    'When it became a notification after all, by the receiver''s clock; null while it is rejected.';

comment on table journal.rejected_day is
    'One row per source and local date of arrival: how many requests were rejected, and how many '
    'of them were stored.';
comment on column journal.rejected_day.source_id is 'The source.';
comment on column journal.rejected_day.local_date is 'Local date of arrival in the source''s zone.';
comment on column journal.rejected_day.requests is 'Rejected requests.';
comment on column journal.rejected_day.kept is 'Requests stored in journal.rejected.';
comment on column journal.rejected_day.kept_bytes is 'Bytes of content stored.';

comment on table journal.writer is
    'One row per writer: the origin of an unbroken sequence of batches. A receiver starts a new '
    'writer when it starts and after every failed batch; each file of its spool is a writer too. '
    'No figure depends on it; a row is needed until the spool that refers to it is empty.';
comment on column journal.writer.writer is 'Random identifier, chosen by the writer.';
comment on column journal.writer.batch is
    'Number of its last stored batch; -1 when it was closed before it had stored any.';

comment on table journal.followed_file is
    'How far calltally import --follow has read a growing log.';
comment on column journal.followed_file.source_id is 'The source into which it is imported.';
comment on column journal.followed_file.path is 'The log, as an absolute path.';
comment on column journal.followed_file.first_line is
    'SHA-256 of the first line of the file that was read, in hexadecimal: another one means that '
    'the log was rotated. Empty before the first line.';
comment on column journal.followed_file.bytes is 'Bytes read, all of them whole lines.';
comment on column journal.followed_file.lines is 'Lines read.';

comment on table journal.horizon is
    'One row per source that has lost data to retention: from when on calls and statistics can be '
    'derived again. What lies before stays as it is, even in a rebuild.';
comment on column journal.horizon.source_id is 'The source.';
comment on column journal.horizon.notifications_from is
    'Notifications that occurred before this instant are gone.';
comment on column journal.horizon.calls_from is 'Calls that started before this instant are gone.';
comment on column journal.horizon.derived_from is
    'A call that started before this instant is never derived again: it stays as it is, or stays '
    'deleted.';
comment on column journal.horizon.recordings_from is
    'Calls that started before this instant have no links to recordings and voicemails.';
comment on column journal.horizon.statistics_from is
    'Local date, in the source''s zone, before which statistics are never computed again.';

comment on table journal.deletion_log is
    'One row each time data of a source was deleted or pseudonymised, or a customer''s data was '
    'erased or exported. Append-only; contains no customers'' numbers.';
comment on column journal.deletion_log.source_id is 'The source.';
comment on column journal.deletion_log.entry_id is 'Order of execution.';
comment on column journal.deletion_log.done_at is 'When.';
comment on column journal.deletion_log.db_role is 'Database role of the session.';
comment on column journal.deletion_log.kind is 'What was done.';
comment on column journal.deletion_log.until is
    'Affected what lay before this instant; null when not limited by time.';
comment on column journal.deletion_log.affected_rows is
    'How many notifications, requests, calls or reports were affected.';

comment on table journal.pseudonym_key is
    'One row: the secret key of this database with which customers'' numbers are hashed '
    '(HMAC-SHA256). With the key, a number can be found from its pseudonym by trying all numbers; '
    'without it, it cannot.';
comment on column journal.pseudonym_key.singleton is 'Always true.';
comment on column journal.pseudonym_key.inner_pad is
    'The key of 32 random bytes, filled up with zeroes to 64, each byte exclusive-or 0x36.';
comment on column journal.pseudonym_key.outer_pad is 'The same, each byte exclusive-or 0x5c.';
