create or replace trigger deletion_log_is_append_only
    before update or delete or truncate on journal.deletion_log
    for each statement execute function ledger.refuse_change();
