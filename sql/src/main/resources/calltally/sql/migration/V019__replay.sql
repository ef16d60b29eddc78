-- Rejected requests may be read again, after a fix.

alter table journal.rejected add column replayed_at timestamptz;
comment on column journal.rejected.replayed_at is 'When it became a notification after all, by our clock; null while it is rejected.';
