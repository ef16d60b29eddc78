-- A report that names a customer who wants to be forgotten leaves the archive: it cannot be edited, and the ledger says where it went.

create table ledger.removed_report (
    source_id      integer       not null,
    archive_path   text          not null,
    mailing_id     bigint        not null,
    removed_at     timestamptz   not null default now(),
    constraint removed_report_pk primary key (source_id, archive_path),
    constraint removed_report_belongs_to_mailing foreign key (source_id, mailing_id) references ledger.mailing
);
comment on table ledger.removed_report is 'One row per report whose files and letter were removed from the archive because they named a customer who was erased. Added to and never changed; holds no numbers of customers.';
comment on column ledger.removed_report.source_id is 'The source.';
comment on column ledger.removed_report.archive_path is 'Folder within the archive in which it lay.';
comment on column ledger.removed_report.mailing_id is 'The mailing that it was made for.';
comment on column ledger.removed_report.removed_at is 'When.';

create trigger removed_report_is_append_only
    before update or delete or truncate on ledger.removed_report
    for each statement execute function ledger.refuse_change();

alter table journal.disposal drop constraint disposal_kind_is_known;
alter table journal.disposal add constraint disposal_kind_is_known check (kind in (
    'notifications dropped', 'requests deleted', 'calls deleted', 'recording links removed', 'numbers pseudonymised',
    'customer erased', 'customer exported', 'reports removed'));
comment on column journal.disposal.amount is 'How many notifications, requests, calls or reports were concerned.';

create or replace view ledger.outcome as
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
comment on column ledger.outcome.removed_at is 'When its report was removed from the archive because it named a customer who was erased; null while it is there.';
