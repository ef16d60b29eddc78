-- Sources: the PBX accounts that send us notifications, as the configuration file describes them.

create schema config;
comment on schema config is 'What the configuration file says, as far as SQL needs it. The file is the truth: it is written here at every start.';

create table config.source (
    source_id                 integer        generated always as identity,
    name                      text           not null,
    zone                      text           not null,
    region                    text           not null,
    active                    boolean        not null default true,
    answer_rate_target        numeric(5, 4),
    service_level_target      numeric(5, 4),
    service_level_threshold   interval       not null default interval '20 seconds',
    short_call_limit          interval       not null default interval '5 seconds',
    callback_window           interval       not null default interval '7 days',
    constraint source_pk primary key (source_id),
    constraint source_name_is_unique unique (name),
    constraint source_name_is_not_blank check (btrim(name) <> ''),
    constraint answer_rate_target_is_a_share check (answer_rate_target between 0 and 1),
    constraint service_level_target_is_a_share check (service_level_target between 0 and 1)
);
comment on table config.source is 'One row per source: one PBX account that sends notifications. Never deleted: a source that left the configuration is inactive, stays readable and takes no new notifications.';
comment on column config.source.source_id is 'Identifies the source in every other table; first column of every key.';
comment on column config.source.name is 'Name in the configuration file.';
comment on column config.source.zone is 'IANA time zone in which local dates, local hours and working hours of the source are meant.';
comment on column config.source.region is 'ISO 3166 region in which the source''s national telephone numbers are read.';
comment on column config.source.active is 'False when the source is no longer in the configuration file.';
comment on column config.source.answer_rate_target is 'Target of the answer rate, a share from 0 to 1; null without a target.';
comment on column config.source.service_level_target is 'Target of the service level, a share from 0 to 1; null without a target.';
comment on column config.source.service_level_threshold is 'T of the service level: a call answered with wait <= T is answered in time.';
comment on column config.source.short_call_limit is 'A missed call with wait < this is short.';
comment on column config.source.callback_window is 'How long after a missed call''s end a call counts as its call-back: start <= end + this.';

create table config.source_token (
    source_id   integer   not null,
    digest      bytea     not null,
    constraint source_token_pk primary key (source_id, digest),
    constraint source_token_belongs_to_source foreign key (source_id) references config.source,
    constraint source_token_is_sha256 check (octet_length(digest) = 32)
);
comment on table config.source_token is 'One row per token that a source accepts in the address /notify/{token}; several while tokens rotate.';
comment on column config.source_token.source_id is 'The source that the token belongs to.';
comment on column config.source_token.digest is 'SHA-256 of the token''s UTF-8 text. The token itself is stored nowhere in the database.';

create table config.shift (
    source_id   integer    not null,
    weekday     smallint   not null,
    from_time   time       not null,
    to_time     time       not null,
    constraint shift_pk primary key (source_id, weekday, from_time),
    constraint shift_belongs_to_source foreign key (source_id) references config.source,
    constraint shift_weekday_is_iso check (weekday between 1 and 7)
);
comment on table config.shift is 'One row per shift of a weekday in which a source works. A shift whose end is not after its start ends on the next day. A source without rows has no configured working hours.';
comment on column config.shift.source_id is 'The source.';
comment on column config.shift.weekday is 'ISO weekday on which the shift starts, 1 = Monday.';
comment on column config.shift.from_time is 'Local time of the shift''s start, included.';
comment on column config.shift.to_time is 'Local time of the shift''s end, excluded; 00:00 is midnight at the end of the day.';

create table config.line_shift (
    source_id   integer    not null,
    line        text       not null,
    weekday     smallint   not null,
    from_time   time       not null,
    to_time     time       not null,
    constraint line_shift_pk primary key (source_id, line, weekday, from_time),
    constraint line_shift_belongs_to_source foreign key (source_id) references config.source,
    constraint line_shift_weekday_is_iso check (weekday between 1 and 7)
);
comment on table config.line_shift is 'One row per shift of a line with working hours of its own, which then hold instead of the source''s. The source''s holidays hold for every line.';
comment on column config.line_shift.source_id is 'The source.';
comment on column config.line_shift.line is 'The dialled number after normalisation.';
comment on column config.line_shift.weekday is 'ISO weekday on which the shift starts, 1 = Monday.';
comment on column config.line_shift.from_time is 'Local time of the shift''s start, included.';
comment on column config.line_shift.to_time is 'Local time of the shift''s end, excluded; not after from_time means on the next day.';

create table config.holiday (
    source_id   integer   not null,
    local_date  date      not null,
    constraint holiday_pk primary key (source_id, local_date),
    constraint holiday_belongs_to_source foreign key (source_id) references config.source
);
comment on table config.holiday is 'One row per local date on which no shift of a source or of its lines starts.';
comment on column config.holiday.source_id is 'The source.';
comment on column config.holiday.local_date is 'Local date of the holiday in the source''s zone.';
