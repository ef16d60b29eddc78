-- Who was to get which report, and what became of it. A mailing is one subscription's report of one period; a delivery is one copy of it on its
-- way to one recipient. Both are taken by a lease: its fence grows with every taker, and what a taker with an older fence writes is refused.

comment on schema ledger is 'What was reported and delivered. Reports and their figures are added and never changed; mailings and deliveries go on from state to state.';

create table ledger.subscription (
    source_id       integer       not null,
    subscription    text          not null,
    known_since     timestamptz   not null,
    constraint subscription_pk primary key (source_id, subscription),
    constraint subscription_belongs_to_source foreign key (source_id) references config.source,
    constraint subscription_is_not_blank check (btrim(subscription) <> '')
);
comment on table ledger.subscription is 'One row per subscription that a service has ever seen in its configuration; of a report for each department or manager one row each.';
comment on column ledger.subscription.source_id is 'The source.';
comment on column ledger.subscription.subscription is 'What it is known by: its name, or else kind, source, filter, language and masking. Recipients, time and formats may change.';
comment on column ledger.subscription.known_since is 'When it was seen first: runs that were scheduled before are not due.';

create table ledger.mailing (
    source_id         integer       not null,
    mailing_id        bigint        generated always as identity,
    subscription      text          not null,
    from_date         date          not null,
    until_date        date          not null,
    due_at            timestamptz   not null,
    deadline          timestamptz   not null,
    revision          integer       not null default 0,
    state             text          not null default 'due',
    attempts          integer       not null default 0,
    next_attempt_at   timestamptz,
    lease_until       timestamptz,
    fence             bigint        not null default 0,
    run_id            bigint,
    archive_path      text,
    reason            text,
    constraint mailing_pk primary key (source_id, mailing_id),
    constraint mailing_belongs_to_subscription foreign key (source_id, subscription) references ledger.subscription,
    constraint mailing_tells_of_a_run foreign key (source_id, run_id) references ledger.run,
    constraint mailing_has_a_period check (from_date < until_date),
    constraint mailing_tells_of_a_date_once
        exclude using gist (source_id with =, subscription with =, daterange(from_date, until_date) with &&),
    constraint mailing_revision_is_not_negative check (revision >= 0),
    constraint mailing_state_is_known check (state in ('due', 'rendering', 'rendered', 'empty', 'failed', 'skipped')),
    constraint mailing_rendered_is_archived check (state <> 'rendered' or (run_id is not null and archive_path is not null)),
    constraint mailing_without_success_has_a_reason check (state not in ('failed', 'skipped') or reason is not null),
    constraint mailing_due_is_tried_again check (state <> 'due' or next_attempt_at is not null),
    constraint mailing_rendering_is_leased check (state <> 'rendering' or lease_until is not null)
);
comment on table ledger.mailing is 'One row per subscription and period: no local date of a subscription is in two of them.';
comment on column ledger.mailing.source_id is 'The source.';
comment on column ledger.mailing.mailing_id is 'Its number.';
comment on column ledger.mailing.subscription is 'The subscription.';
comment on column ledger.mailing.from_date is 'First local date of its period.';
comment on column ledger.mailing.until_date is 'First local date after it.';
comment on column ledger.mailing.due_at is 'When its schedule asked for it.';
comment on column ledger.mailing.deadline is 'When it ought to have been delivered at the latest.';
comment on column ledger.mailing.revision is 'How often it was asked for again: 0 for the report that the schedule asked for.';
comment on column ledger.mailing.state is 'due; rendering (somebody is at it until lease_until); rendered (archived, deliveries are on their way); empty (nothing to tell, and so not sent); failed; skipped (too old when a service came back). Of the newest revision.';
comment on column ledger.mailing.attempts is 'How often rendering was begun.';
comment on column ledger.mailing.next_attempt_at is 'When rendering may be tried; null when it is not due.';
comment on column ledger.mailing.lease_until is 'Until when it belongs to whoever renders it; null when nobody does.';
comment on column ledger.mailing.fence is 'Grows with every taker; what an earlier one writes is refused.';
comment on column ledger.mailing.run_id is 'The report of the newest revision that was rendered; null before.';
comment on column ledger.mailing.archive_path is 'Folder of the newest revision that was rendered, within the archive; null before.';
comment on column ledger.mailing.reason is 'Why it failed or was skipped, or why the last attempt did; null without one.';

create index mailing_unfinished on ledger.mailing (source_id, next_attempt_at) where state in ('due', 'rendering');
comment on index ledger.mailing_unfinished is 'Serves the search for mailings to render.';

create table ledger.delivery (
    source_id         integer       not null,
    mailing_id        bigint        not null,
    revision          integer       not null,
    recipient         text          not null,
    recipient_name    text,
    is_hidden         boolean       not null,
    message_id        text          not null,
    subject           text          not null,
    archive_path      text          not null,
    created_at        timestamptz   not null,
    state             text          not null default 'rendered',
    attempts          integer       not null default 0,
    doubts            smallint      not null default 0,
    is_stripped       boolean       not null default false,
    next_attempt_at   timestamptz,
    lease_until       timestamptz,
    fence             bigint        not null default 0,
    answer            text,
    ended_at          timestamptz,
    constraint delivery_pk primary key (source_id, mailing_id, revision, recipient),
    constraint delivery_belongs_to_mailing foreign key (source_id, mailing_id) references ledger.mailing,
    constraint delivery_message_is_one unique (source_id, message_id),
    constraint delivery_state_is_known check (state in ('rendered', 'sending', 'sent', 'uncertain', 'failed')),
    constraint delivery_recipient_is_an_address check (recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    constraint delivery_sending_is_leased check (state <> 'sending' or lease_until is not null),
    constraint delivery_waiting_is_tried_again check (state <> 'rendered' or next_attempt_at is not null),
    constraint delivery_is_doubted_twice_at_most check (doubts between 0 and 2)
);
comment on table ledger.delivery is 'One row per mailing, revision and recipient.';
comment on column ledger.delivery.source_id is 'The source.';
comment on column ledger.delivery.mailing_id is 'The mailing.';
comment on column ledger.delivery.revision is 'The revision of the mailing that it carries.';
comment on column ledger.delivery.recipient is 'The address alone, without a name.';
comment on column ledger.delivery.recipient_name is 'The name that stands before the address; null without one.';
comment on column ledger.delivery.is_hidden is 'Whether the other recipients do not see the address (Bcc).';
comment on column ledger.delivery.message_id is 'Message-ID of the mail, the same in all attempts.';
comment on column ledger.delivery.subject is 'Subject of the mail.';
comment on column ledger.delivery.archive_path is 'Folder of its report within the archive.';
comment on column ledger.delivery.created_at is 'When its report was rendered.';
comment on column ledger.delivery.state is 'rendered (waits, or is being tried); sending (the mail itself is being handed over until lease_until); sent (the server has taken it); uncertain (handed over, but the server''s answer was lost: sent once more under the same Message-ID while next_attempt_at is not null); failed.';
comment on column ledger.delivery.attempts is 'How often sending was begun.';
comment on column ledger.delivery.doubts is 'How often the server''s answer to the whole mail was lost.';
comment on column ledger.delivery.is_stripped is 'Whether the mail goes without attachments, because the server takes no mail of that size.';
comment on column ledger.delivery.next_attempt_at is 'When it may be tried; null when it is over.';
comment on column ledger.delivery.lease_until is 'Until when it belongs to whoever sends it; null when nobody does.';
comment on column ledger.delivery.fence is 'Grows with every taker; what an earlier one writes is refused.';
comment on column ledger.delivery.answer is 'The server''s last answer, or why it was not reached; null before the first attempt.';
comment on column ledger.delivery.ended_at is 'When it was sent or given up; null before.';

create index delivery_unfinished on ledger.delivery (source_id, next_attempt_at) where next_attempt_at is not null;
comment on index ledger.delivery_unfinished is 'Serves the search for deliveries to send.';

create view ledger.outcome as
select
    m.source_id,
    m.mailing_id,
    m.subscription,
    m.from_date,
    m.until_date,
    m.due_at,
    m.deadline,
    d.revision,
    d.recipient,
    d.state,
    d.attempts,
    d.next_attempt_at,
    d.ended_at,
    d.answer,
    d.message_id,
    d.archive_path
from ledger.mailing as m
join ledger.delivery as d using (source_id, mailing_id)
union all
select
    m.source_id,
    m.mailing_id,
    m.subscription,
    m.from_date,
    m.until_date,
    m.due_at,
    m.deadline,
    m.revision,
    null as recipient,
    m.state,
    m.attempts,
    m.next_attempt_at,
    null as ended_at,
    m.reason as answer,
    null as message_id,
    m.archive_path
from ledger.mailing as m
where not exists (
    select
    from ledger.delivery as d
    where d.source_id = m.source_id
        and d.mailing_id = m.mailing_id
        and d.revision = m.revision);
comment on view ledger.outcome is 'What became of each mailing: one row per delivery, and one per mailing whose newest revision has none.';
comment on column ledger.outcome.source_id is 'The source.';
comment on column ledger.outcome.mailing_id is 'The mailing.';
comment on column ledger.outcome.subscription is 'Its subscription.';
comment on column ledger.outcome.from_date is 'First local date of its period.';
comment on column ledger.outcome.until_date is 'First local date after it.';
comment on column ledger.outcome.due_at is 'When its schedule asked for it.';
comment on column ledger.outcome.deadline is 'When it ought to have been delivered at the latest.';
comment on column ledger.outcome.revision is '0 for the report that the schedule asked for, above for one that was asked for again.';
comment on column ledger.outcome.recipient is 'The address; null for a mailing without a delivery.';
comment on column ledger.outcome.state is 'Of the delivery (rendered, sending, sent, uncertain, failed), or else of the mailing (due, rendering, rendered, empty, failed, skipped).';
comment on column ledger.outcome.attempts is 'How often it was begun.';
comment on column ledger.outcome.next_attempt_at is 'When it may be tried; null when it is over.';
comment on column ledger.outcome.ended_at is 'When it was sent or given up; null before, and for a mailing.';
comment on column ledger.outcome.answer is 'The mail server''s last answer, or why the report was not made; null without.';
comment on column ledger.outcome.message_id is 'Message-ID of the mail; null for a mailing.';
comment on column ledger.outcome.archive_path is 'Folder of the report within the archive; null before it is rendered.';
