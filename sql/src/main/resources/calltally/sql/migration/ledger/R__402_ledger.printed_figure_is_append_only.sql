create or replace trigger printed_figure_is_append_only
    before update or delete or truncate on ledger.printed_figure
    for each statement execute function ledger.refuse_change();
