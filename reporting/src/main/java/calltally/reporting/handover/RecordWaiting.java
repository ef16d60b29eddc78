package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.NEWLY_WAITING;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/** Records callers who have waited so long that a program is notified of them. */
record RecordWaiting(Hook hook, Instant now) {

  void run(DSLContext sql) {
    sql.selectFrom(
            NEWLY_WAITING(hook.source(), hook.name(), YearToSecond.valueOf(hook.after()), now))
        .fetch()
        .forEach(caller -> sql.transaction(inside -> record(caller, inside.dsl())));
  }

  private void record(NewlyWaitingRecord caller, DSLContext sql) {
    insert(caller, sql)
        .or(() -> known(caller, sql))
        .ifPresent(
            id ->
                new InsertNotices(
                        caller.getSourceId(),
                        id,
                        CallerKind.WAITING,
                        Map.of(hook.name(), hook.masksNumbers()),
                        now)
                    .run(sql));
  }

  private static Optional<Long> insert(NewlyWaitingRecord caller, DSLContext sql) {
    return sql.insertInto(WAITING_CALLER)
        .set(WAITING_CALLER.SOURCE_ID, caller.getSourceId())
        .set(WAITING_CALLER.CUSTOMER_KEY, caller.getCustomerKey())
        .set(WAITING_CALLER.PBX_ID, caller.getPbxId())
        .set(WAITING_CALLER.LINE, caller.getLine())
        .set(WAITING_CALLER.DEPARTMENT, caller.getDepartment())
        .set(WAITING_CALLER.MISSED_AT, caller.getMissedAt())
        .set(WAITING_CALLER.DETAILS, caller.getDetails())
        .onConflictDoNothing()
        .returningResult(WAITING_CALLER.CALLER_ID)
        .fetchOptional(WAITING_CALLER.CALLER_ID);
  }

  /** The entry that another program or the deadline has led to; locked, so that it stays open. */
  private static Optional<Long> known(NewlyWaitingRecord caller, DSLContext sql) {
    return sql.select(WAITING_CALLER.CALLER_ID)
        .from(WAITING_CALLER)
        .where(WAITING_CALLER.SOURCE_ID.eq(caller.getSourceId()))
        .and(WAITING_CALLER.CUSTOMER_KEY.eq(caller.getCustomerKey()))
        .and(WAITING_CALLER.SETTLED_AT.isNull())
        .forUpdate()
        .fetchOptional(WAITING_CALLER.CALLER_ID);
  }
}
