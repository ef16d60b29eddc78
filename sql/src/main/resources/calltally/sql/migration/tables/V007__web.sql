-- Who is logged in to the web page, failed logins, and who opened which customer's page. Not
-- derived: a rebuild leaves it as it is.

create schema web;

create table web.session (
    session_hash      bytea         not null,
    user_name         text          not null,
    credential_hash   bytea         not null,
    created_at        timestamptz   not null,
    seen_at           timestamptz   not null,
    constraint session_pk primary key (session_hash),
    constraint session_hash_is_sha_256 check (octet_length(session_hash) = 32),
    constraint session_credential_hash_is_sha_256 check (octet_length(credential_hash) = 32),
    constraint session_is_not_seen_before_it_begins check (seen_at >= created_at)
);

create table web.failed_login (
    user_hash   bytea         not null,
    address     text          not null,
    tried_at    timestamptz   not null,
    constraint failed_login_user_hash_is_sha_256 check (octet_length(user_hash) = 32)
);

create table web.access (
    source_id      integer       not null,
    customer_key   bigint        not null,
    opened_at      timestamptz   not null,
    user_name      text          not null,
    constraint access_pk primary key (source_id, customer_key, opened_at, user_name),
    constraint access_belongs_to_source foreign key (source_id) references config.source
);
