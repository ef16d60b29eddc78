create or replace trigger removed_report_is_append_only
    before update or delete or truncate on ledger.removed_report
    for each statement execute function ledger.refuse_change();
