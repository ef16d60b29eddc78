package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.NEWLY_WAITING;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/**
 * Records callers who have waited so long that they are handed over.
 *
 * @param receiver name of the program or CRM
 * @param insert records what the receiver is to do
 */
record RecordWaiting(String source, String receiver, Duration after, Insert insert, Instant now) {

  /** What is recorded of a caller, in the transaction that puts them on record. */
  @FunctionalInterface
  interface Insert {
    void run(NewlyWaitingRecord caller, long id, DSLContext sql);
  }

  void run(DSLContext sql) {
    sql.selectFrom(NEWLY_WAITING(source, receiver, YearToSecond.valueOf(after), now))
        .fetch()
        .forEach(caller -> sql.transaction(inside -> record(caller, inside.dsl())));
  }

  private void record(NewlyWaitingRecord caller, DSLContext sql) {
    new InsertCaller(caller)
        .run(sql)
        .or(() -> known(caller, sql))
        .ifPresent(id -> insert.run(caller, id, sql));
  }

  /** The entry that another receiver or the deadline has led to; locked, so that it stays open. */
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
