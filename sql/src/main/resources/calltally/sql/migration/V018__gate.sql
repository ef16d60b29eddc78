-- What a source asks of requests beyond a token.

alter table config.source add column allowed_networks text[] not null default '{}';
comment on column config.source.allowed_networks is 'Networks that requests have to come from, such as 203.0.113.0/24; none when they may come from anywhere.';

create table config.signing_secret (
    source_id   integer   not null,
    secret      text      not null,
    constraint signing_secret_pk primary key (source_id, secret),
    constraint signing_secret_belongs_to_source foreign key (source_id) references config.source,
    constraint signing_secret_is_not_blank check (btrim(secret) <> '')
);
comment on table config.signing_secret is 'One row per secret that requests of a source may be signed with; several while secrets rotate. A source with rows takes signed requests only. Kept as it is, because a signature cannot be checked by a digest: only the owner and calltally_ingest read it.';
comment on column config.signing_secret.source_id is 'The source.';
comment on column config.signing_secret.secret is 'The secret: UTF-8 text, the key of HMAC-SHA256.';
