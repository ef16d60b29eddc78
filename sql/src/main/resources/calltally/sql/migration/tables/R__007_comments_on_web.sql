-- Comments on the tables of the schema web.

comment on schema web is
    'Sessions of the web page, failed logins, and who opened which customer''s page.';

comment on table web.session is
    'One row per browser that is logged in; a session ends 8 hours after its last request, and '
    '7 days after the login.';
comment on column web.session.session_hash is
    'SHA-256 of the session''s number, which only the browser knows.';
comment on column web.session.user_name is 'The user, as the configuration names them.';
comment on column web.session.credential_hash is
    'SHA-256 of the user''s configured password hash at the login: a changed password ends the '
    'session.';
comment on column web.session.created_at is 'Instant of the login.';
comment on column web.session.seen_at is
    'Instant of the last request, at most five minutes too early.';

comment on table web.failed_login is
    'One row per failed login; each is deleted after 15 minutes, or when the user logs in.';
comment on column web.failed_login.user_hash is
    'SHA-256 of the name that was typed: some type their password there.';
comment on column web.failed_login.address is 'The browser''s address.';
comment on column web.failed_login.tried_at is 'Instant of the login.';

comment on table web.access is 'One row each time a user opened a customer''s page.';
comment on column web.access.source_id is 'The source.';
comment on column web.access.customer_key is
    'Identifies the customer, as journal.customer_key does: the number itself is not stored.';
comment on column web.access.opened_at is 'Instant of the request.';
comment on column web.access.user_name is 'The user.';
