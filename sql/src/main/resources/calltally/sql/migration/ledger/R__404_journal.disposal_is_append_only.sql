create or replace trigger disposal_is_append_only
    before update or delete or truncate on journal.disposal
    for each statement execute function ledger.refuse_change();
