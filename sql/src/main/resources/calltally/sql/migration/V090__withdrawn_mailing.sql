-- A report that was due when its subscription left the configuration is ended in so many words, and does not stay due for ever.

alter table ledger.mailing
    drop constraint mailing_state_is_known,
    drop constraint mailing_without_success_has_a_reason,
    add constraint mailing_state_is_known check (state in ('due', 'rendering', 'rendered', 'empty', 'failed', 'skipped', 'withdrawn')),
    add constraint mailing_without_success_has_a_reason check (state not in ('failed', 'skipped', 'withdrawn') or reason is not null);
comment on column ledger.mailing.state is 'due; rendering (somebody is at it until lease_until); rendered (archived, deliveries are on their way); empty (nothing to tell, and so not sent); failed; skipped (too old when a service came back); withdrawn (its subscription had left the configuration). Of the newest revision.';
comment on column ledger.mailing.reason is 'Why it failed, was skipped or withdrawn, or why the last attempt failed; null without one.';
comment on column ledger.outcome.state is 'Of the delivery (rendered, sending, sent, uncertain, failed), or else of the mailing (due, rendering, rendered, empty, failed, skipped, withdrawn).';
