package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.NEWLY_OVERDUE;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import calltally.sql.jooq.ledger.tables.records.NewlyOverdueRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Records callers who have waited longer than the call-back deadline, and who is to be notified.
 */
record RecordOverdue(CallerReceivers receivers, Instant now) {

  /** Returns how many. */
  int run(DSLContext sql) {
    return (int)
        sql.selectFrom(NEWLY_OVERDUE(now)).fetch().stream()
            .filter(caller -> sql.transactionResult(inside -> record(caller, inside.dsl())))
            .count();
  }

  /** Whether no other service has recorded the caller. */
  private boolean record(NewlyOverdueRecord caller, DSLContext sql) {
    Optional<Long> recorded = new InsertCaller(caller).run(sql).or(() -> update(caller, sql));
    recorded.ifPresent(
        id ->
            new InsertNotices(caller.getSourceId(), id, CallerKind.OVERDUE, notified(caller), now)
                .run(sql));
    return recorded.isPresent();
  }

  private Map<String, Boolean> notified(NewlyOverdueRecord caller) {
    return receivers.ofOverdue(
        caller.getSource(), List.of(caller.getRecipients()), caller.getMaskNumbers());
  }

  /** A caller who has been handed over already. */
  private static Optional<Long> update(NewlyOverdueRecord caller, DSLContext sql) {
    return sql.update(WAITING_CALLER)
        .set(WAITING_CALLER.LINE, caller.getLine())
        .set(WAITING_CALLER.DEPARTMENT, caller.getDepartment())
        .set(WAITING_CALLER.DETAILS, caller.getDetails())
        .set(WAITING_CALLER.OVERDUE_SINCE, caller.getOverdueSince())
        .where(WAITING_CALLER.SOURCE_ID.eq(caller.getSourceId()))
        .and(WAITING_CALLER.CUSTOMER_KEY.eq(caller.getCustomerKey()))
        .and(WAITING_CALLER.SETTLED_AT.isNull())
        .and(WAITING_CALLER.OVERDUE_SINCE.isNull())
        .returningResult(WAITING_CALLER.CALLER_ID)
        .fetchOptional(WAITING_CALLER.CALLER_ID);
  }
}
