-- Comments on the tables and indexes of the schema config.

comment on schema config is
    'The part of the configuration file that SQL needs. The file is authoritative: every start '
    'writes it here.';

comment on table config.source is
    'One row per source: one PBX account that sends notifications. Never deleted: a source that '
    'left the configuration is inactive, stays readable and takes no new notifications.';
comment on column config.source.source_id is
    'Identifies the source in every other table; first column of every key.';
comment on column config.source.name is 'Name in the configuration file.';
comment on column config.source.zone is
    'IANA time zone of the source''s local dates, local hours and working hours.';
comment on column config.source.region is
    'ISO 3166 region in which the source''s national telephone numbers are read.';
comment on column config.source.exchange is
    'Whose notifications it takes, such as sipsim or mango: ./calltally exchanges lists them.';
comment on column config.source.active is
    'False when the source is no longer in the configuration file.';
comment on column config.source.answer_rate_target is
    'Target of the answer rate, a share from 0 to 1; null without a target.';
comment on column config.source.service_level_target is
    'Target of the service level, a share from 0 to 1; null without a target.';
comment on column config.source.service_level_threshold is
    'T of the service level: a call answered with wait <= T is answered in time.';
comment on column config.source.short_call_limit is 'A missed call with wait < this is short.';
comment on column config.source.fair_ring is
    'A phone that rang >= this could have been answered.';
comment on column config.source.least_contact is
    'A call that lasted >= this from its answer on reached the customer.';
comment on column config.source.callback_window is
    'How long after a missed call''s end a call counts as its call-back: start <= end + this.';
comment on column config.source.allowed_networks is
    'Networks that requests must come from, such as 203.0.113.0/24; empty when they may come from '
    'anywhere.';
comment on column config.source.recording_hosts is
    'Hosts to which calls may link for recordings and voicemails; empty for any host. Other links '
    'are left out when a call is derived.';

comment on table config.source_token is
    'One row per token that a source accepts in the address /notify/{token}; several while tokens '
    'rotate.';
comment on column config.source_token.source_id is 'The source that the token belongs to.';
comment on column config.source_token.digest is
    'SHA-256 of the token''s UTF-8 text. The token itself is stored nowhere in the database.';

comment on table config.signing_secret is
    'One row per secret that requests of a source may be signed with; several while secrets '
    'rotate. A source with rows takes signed requests only. Stored in plain text, because a '
    'digest cannot verify a signature: only the owner and calltally_ingest read it.';
comment on column config.signing_secret.source_id is 'The source.';
comment on column config.signing_secret.secret is 'The secret: UTF-8 text, the key of HMAC-SHA256.';

comment on table config.exchange_secret is
    'One row per secret that a source''s exchange proves itself with, or that its messages '
    'contain. Stored in plain text, because a digest cannot verify a signature: only the owner and '
    'calltally_ingest read it.';
comment on column config.exchange_secret.source_id is 'The source.';
comment on column config.exchange_secret.name is 'Its key in the configuration, such as salt.';
comment on column config.exchange_secret.secret is 'The secret: UTF-8 text.';

comment on table config.shift is
    'One row per shift of a weekday in which a source works. A shift whose end is not after its '
    'start ends on the next day. A source without rows has no configured working hours.';
comment on column config.shift.source_id is 'The source.';
comment on column config.shift.weekday is 'ISO weekday on which the shift starts, 1 = Monday.';
comment on column config.shift.from_time is 'Local time of the shift''s start, included.';
comment on column config.shift.to_time is
    'Local time of the shift''s end, excluded; 00:00 is midnight at the end of the day.';

comment on table config.line_shift is
    'One row per shift of a line with working hours of its own, which then hold instead of the '
    'source''s. The source''s holidays hold for every line.';
comment on column config.line_shift.source_id is 'The source.';
comment on column config.line_shift.line is 'The dialled number after normalisation.';
comment on column config.line_shift.weekday is 'ISO weekday on which the shift starts, 1 = Monday.';
comment on column config.line_shift.from_time is 'Local time of the shift''s start, included.';
comment on column config.line_shift.to_time is
    'Local time of the shift''s end, excluded; not after from_time means on the next day.';

comment on table config.holiday is
    'One row per local date on which no shift of the source or of its lines starts.';
comment on column config.holiday.source_id is 'The source.';
comment on column config.holiday.local_date is 'Local date of the holiday in the source''s zone.';

comment on table config.retention is
    'One row per source whose configuration limits how long data is kept. A source without a row '
    'keeps everything forever.';
comment on column config.retention.source_id is 'The source.';
comment on column config.retention.notification_months is
    'Months for which notifications are kept at least; deleted by whole months, once no source '
    'keeps them. Null: forever.';
comment on column config.retention.call_months is
    'Months for which its calls, rings and missed calls are kept; hourly and daily statistics '
    'outlive them. Null: forever.';
comment on column config.retention.recording_months is
    'Months for which its calls keep their links to recordings and voicemails. Null: forever.';
comment on column config.retention.number_days is
    'Days after which customers'' numbers are replaced by pseudonyms. Null: never.';
comment on column config.retention.report_months is
    'Months for which its reports stay in the archive. Null: as long as the configuration keeps '
    'reports of all sources.';
comment on column config.retention.page_access_months is
    'Months for which it is known who opened which customer''s page. Null: 12.';

comment on table config.callback_rule is
    'Until when a missed caller must be called back, and who is notified otherwise: a row for the '
    'source, and one for each department and line with values of its own.';
comment on column config.callback_rule.source_id is 'The source.';
comment on column config.callback_rule.scope is 'source, department or line.';
comment on column config.callback_rule.name is
    'The department''s name or the line''s number; empty for the source.';
comment on column config.callback_rule.deadline is
    'How long a caller may wait; null for that of the department or source, as are the next three.';
comment on column config.callback_rule.within is
    'Which time counts: working_hours (of the line) or always.';
comment on column config.callback_rule.recipients is 'Mail addresses of those who are notified.';
comment on column config.callback_rule.mask_numbers is
    'Whether customers'' numbers are masked for them.';
