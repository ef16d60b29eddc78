create or replace trigger notification_is_append_only
    before update or delete on journal.notification
    for each row execute function journal.refuse_change();
