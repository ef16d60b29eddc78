package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.NEWLY_WAITING;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;

import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/**
 * Records callers who have waited so long that they are handed over.
 *
 * @param receiver name of the program or CRM
 * @param insert records what the receiver is to do
 */
record RecordWaiting(String source, String receiver, Duration after, Insert insert, Instant now) {

  /** The first look at a company may find thousands, of whom each statement takes so many. */
  private static final int AT_ONCE = 500;

  /** What is recorded of callers, in the transaction that puts them on record. */
  @FunctionalInterface
  interface Insert {

    /**
     * Records it.
     *
     * @param callers by their numbers on record
     */
    void run(Map<Long, NewlyWaitingRecord> callers, DSLContext sql);
  }

  void run(DSLContext sql) {
    List<NewlyWaitingRecord> callers =
        sql.selectFrom(NEWLY_WAITING(source, receiver, YearToSecond.valueOf(after), now)).fetch();
    for (int from = 0; from < callers.size(); from += AT_ONCE) {
      List<NewlyWaitingRecord> some =
          callers.subList(from, Math.min(callers.size(), from + AT_ONCE));
      sql.transaction(inside -> record(some, inside.dsl()));
    }
  }

  private void record(List<NewlyWaitingRecord> callers, DSLContext sql) {
    Map<Long, Long> ids = inserted(callers, sql);
    List<NewlyWaitingRecord> others =
        callers.stream().filter(caller -> !ids.containsKey(caller.getCustomerKey())).toList();
    if (!others.isEmpty()) {
      ids.putAll(known(others, sql));
    }
    Map<Long, NewlyWaitingRecord> recorded = new LinkedHashMap<>();
    for (NewlyWaitingRecord caller : callers) {
      Long id = ids.get(caller.getCustomerKey());
      if (id != null) {
        recorded.put(id, caller);
      }
    }
    if (!recorded.isEmpty()) {
      insert.run(recorded, sql);
    }
  }

  /** Numbers of those who were not on record, by their keys. */
  private static Map<Long, Long> inserted(List<NewlyWaitingRecord> callers, DSLContext sql) {
    return sql.insertInto(
            WAITING_CALLER,
            WAITING_CALLER.SOURCE_ID,
            WAITING_CALLER.CUSTOMER_KEY,
            WAITING_CALLER.PBX_ID,
            WAITING_CALLER.LINE,
            WAITING_CALLER.DEPARTMENT,
            WAITING_CALLER.MISSED_AT,
            WAITING_CALLER.DETAILS)
        .valuesOfRows(
            callers.stream()
                .map(
                    caller ->
                        row(
                            caller.getSourceId(),
                            caller.getCustomerKey(),
                            caller.getPbxId(),
                            caller.getLine(),
                            caller.getDepartment(),
                            caller.getMissedAt(),
                            caller.getDetails()))
                .toList())
        .onConflictDoNothing()
        .returningResult(WAITING_CALLER.CUSTOMER_KEY, WAITING_CALLER.CALLER_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /**
   * The entries that another receiver or the deadline has led to; locked, so that they stay open.
   */
  private static Map<Long, Long> known(List<NewlyWaitingRecord> callers, DSLContext sql) {
    return sql.select(WAITING_CALLER.CUSTOMER_KEY, WAITING_CALLER.CALLER_ID)
        .from(WAITING_CALLER)
        .where(WAITING_CALLER.SOURCE_ID.eq(callers.get(0).getSourceId()))
        .and(
            WAITING_CALLER.CUSTOMER_KEY.eq(
                any(callers.stream().map(NewlyWaitingRecord::getCustomerKey).toArray(Long[]::new))))
        .and(WAITING_CALLER.SETTLED_AT.isNull())
        // In the same order as any other service, so that none waits for the other.
        .orderBy(WAITING_CALLER.CALLER_ID)
        .forUpdate()
        .fetchMap(row -> row.value1(), row -> row.value2());
  }
}
