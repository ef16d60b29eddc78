create or replace view ledger.delivery_outcome as
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
    d.archive_path,
    r.removed_at
from ledger.mailing as m
join ledger.delivery as d using (source_id, mailing_id)
left join ledger.removed_report as r
    on r.source_id = d.source_id
    and r.archive_path = d.archive_path
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
    m.archive_path,
    r.removed_at
from ledger.mailing as m
left join ledger.removed_report as r
    on r.source_id = m.source_id
    and r.archive_path = m.archive_path
where not exists (
    select
    from ledger.delivery as d
    where d.source_id = m.source_id
        and d.mailing_id = m.mailing_id
        and d.revision = m.revision);
comment on view ledger.delivery_outcome is
    'The result of each mailing: one row per delivery, and one per mailing whose newest revision '
    'has no delivery.';
comment on column ledger.delivery_outcome.source_id is 'The source.';
comment on column ledger.delivery_outcome.mailing_id is 'The mailing.';
comment on column ledger.delivery_outcome.subscription is 'Its subscription.';
comment on column ledger.delivery_outcome.from_date is 'First local date of its period.';
comment on column ledger.delivery_outcome.until_date is 'First local date after it.';
comment on column ledger.delivery_outcome.due_at is 'When its schedule made it due.';
comment on column ledger.delivery_outcome.deadline is
    'The latest time by which it should be delivered.';
comment on column ledger.delivery_outcome.revision is
    '0 for the scheduled report, higher for each time it was requested again.';
comment on column ledger.delivery_outcome.recipient is
    'The address; null for a mailing without a delivery.';
comment on column ledger.delivery_outcome.state is
    'State of the delivery (waiting, sending, sent, uncertain, failed), or of the mailing '
    'without one (due, rendering, rendered, empty, failed, skipped, withdrawn).';
comment on column ledger.delivery_outcome.attempts is 'Number of attempts begun.';
comment on column ledger.delivery_outcome.next_attempt_at is
    'Earliest time of the next attempt; null when finished.';
comment on column ledger.delivery_outcome.ended_at is
    'When it was sent or given up; null before that, and for a mailing without a delivery.';
comment on column ledger.delivery_outcome.answer is
    'The mail server''s last answer, or why the report was not made; null without either.';
comment on column ledger.delivery_outcome.message_id is
    'Message-ID of the mail; null for a mailing without a delivery.';
comment on column ledger.delivery_outcome.archive_path is
    'Folder of the report within the archive; null before it is rendered.';
comment on column ledger.delivery_outcome.removed_at is
    'When its report was removed from the archive because it named an erased customer; null while '
    'it is there.';
