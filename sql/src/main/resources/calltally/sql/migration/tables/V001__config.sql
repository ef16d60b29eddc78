-- The part of the configuration file that SQL needs.
--
-- Until version 1.0 the V files are edited in place: a database made by an unreleased build is
-- refused, and its notifications are exported and imported. From 1.0 on they stay as they are, and
-- each change of a table gets a V file of its own.

create schema config;

create table config.source (
    source_id                 integer        generated always as identity,
    name                      text           not null,
    zone                      text           not null,
    region                    text           not null,
    exchange                  text           not null default 'sipsim',
    active                    boolean        not null default true,
    answer_rate_target        numeric(5, 4),
    service_level_target      numeric(5, 4),
    service_level_threshold   interval       not null default interval '20 seconds',
    short_call_limit          interval       not null default interval '5 seconds',
    fair_ring                 interval       not null default interval '10 seconds',
    least_contact             interval       not null default interval '5 seconds',
    callback_window           interval       not null default interval '7 days',
    allowed_networks          text[]         not null default '{}',
    recording_hosts           text[]         not null default '{}',
    constraint source_pk primary key (source_id),
    constraint source_name_is_unique unique (name),
    constraint source_name_is_not_blank check (btrim(name) <> ''),
    constraint source_exchange_is_a_word check (exchange ~ '^[a-z0-9]+$'),
    constraint answer_rate_target_is_a_share check (answer_rate_target between 0 and 1),
    constraint service_level_target_is_a_share check (service_level_target between 0 and 1)
);

create table config.source_token (
    source_id   integer   not null,
    digest      bytea     not null,
    constraint source_token_pk primary key (source_id, digest),
    constraint source_token_belongs_to_source foreign key (source_id) references config.source,
    constraint source_token_is_sha256 check (octet_length(digest) = 32)
);

create table config.signing_secret (
    source_id   integer   not null,
    secret      text      not null,
    constraint signing_secret_pk primary key (source_id, secret),
    constraint signing_secret_belongs_to_source foreign key (source_id) references config.source,
    constraint signing_secret_is_not_blank check (btrim(secret) <> '')
);

create table config.exchange_secret (
    source_id   integer   not null,
    name        text      not null,
    secret      text      not null,
    constraint exchange_secret_pk primary key (source_id, name),
    constraint exchange_secret_belongs_to_source foreign key (source_id) references config.source,
    constraint exchange_secret_is_not_blank check (btrim(secret) <> '')
);

create table config.shift (
    source_id   integer    not null,
    weekday     smallint   not null,
    from_time   time       not null,
    to_time     time       not null,
    constraint shift_pk primary key (source_id, weekday, from_time),
    constraint shift_belongs_to_source foreign key (source_id) references config.source,
    constraint shift_weekday_is_iso check (weekday between 1 and 7)
);

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

create table config.holiday (
    source_id   integer   not null,
    local_date  date      not null,
    constraint holiday_pk primary key (source_id, local_date),
    constraint holiday_belongs_to_source foreign key (source_id) references config.source
);

create table config.retention (
    source_id             integer   not null,
    notification_months   integer,
    call_months           integer,
    recording_months      integer,
    number_days           integer,
    report_months         integer,
    page_access_months    integer,
    constraint retention_pk primary key (source_id),
    constraint retention_belongs_to_source foreign key (source_id) references config.source,
    constraint retention_is_positive check (
        notification_months > 0 and call_months > 0 and recording_months > 0 and number_days > 0),
    constraint retention_of_reports_is_positive check (report_months > 0),
    constraint retention_of_page_access_is_positive check (page_access_months > 0)
);

create table config.callback_rule (
    source_id      integer    not null,
    scope          text       not null,
    name           text       not null default '',
    deadline       interval,
    within         text,
    recipients     text[],
    mask_numbers   boolean,
    constraint callback_rule_pk primary key (source_id, scope, name),
    constraint callback_rule_belongs_to_source foreign key (source_id) references config.source,
    constraint callback_rule_scope_is_known check (scope in ('source', 'department', 'line')),
    constraint callback_rule_of_the_source_has_no_name check ((scope = 'source') = (name = '')),
    constraint callback_rule_deadline_is_positive check (deadline > interval '0'),
    constraint callback_rule_within_is_known check (within in ('working_hours', 'always'))
);
