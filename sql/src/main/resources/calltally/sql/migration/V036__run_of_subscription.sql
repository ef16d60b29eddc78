-- Two subscriptions of one kind of report, such as in two languages, each tell their own readers what has changed.

alter table ledger.run add column subscription text;
comment on column ledger.run.subscription is 'The subscription that it was made for; null for a report that somebody asked for.';
