-- A truncate trigger of a partitioned table does not cover its partitions: journal.create_partition
-- adds one to each month.
create or replace trigger notification_is_not_truncated
    before truncate on journal.notification
    for each statement execute function journal.refuse_change();

create or replace trigger notification_is_not_truncated
    before truncate on journal.notification_other
    for each statement execute function journal.refuse_change();
