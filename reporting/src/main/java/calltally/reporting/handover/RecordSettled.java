package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static calltally.sql.jooq.ledger.Tables.NEWLY_SETTLED;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;
import static java.util.stream.Collectors.toMap;

import calltally.sql.jooq.ledger.tables.records.NewlySettledRecord;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Records callers who wait no longer. Those who were notified of a caller are notified again; those
 * who were not yet, never are.
 */
record RecordSettled(Instant now) {

  void run(DSLContext sql) {
    sql.selectFrom(NEWLY_SETTLED(now))
        .fetch()
        .forEach(caller -> sql.transaction(inside -> record(caller, inside.dsl())));
  }

  private void record(NewlySettledRecord caller, DSLContext sql) {
    int settled =
        sql.update(WAITING_CALLER)
            .set(WAITING_CALLER.SETTLED_AS, caller.getSettledAs())
            .set(WAITING_CALLER.SETTLED_AT, caller.getSettledAt())
            .set(WAITING_CALLER.SETTLED_BY, caller.getSettledBy())
            .where(WAITING_CALLER.SOURCE_ID.eq(caller.getSourceId()))
            .and(WAITING_CALLER.CALLER_ID.eq(caller.getCallerId()))
            .and(WAITING_CALLER.SETTLED_AT.isNull())
            .execute();
    if (settled > 0) {
      withdraw(caller, sql);
      new InsertNotices(
              caller.getSourceId(),
              caller.getCallerId(),
              CallerKind.SETTLED,
              notified(caller, sql),
              now)
          .run(sql);
    }
  }

  private static void withdraw(NewlySettledRecord caller, DSLContext sql) {
    sql.deleteFrom(CALLER_NOTICE)
        .where(CALLER_NOTICE.SOURCE_ID.eq(caller.getSourceId()))
        .and(CALLER_NOTICE.CALLER_ID.eq(caller.getCallerId()))
        .and(CALLER_NOTICE.MESSAGE_ID.isNull())
        .execute();
  }

  private static Map<String, Boolean> notified(NewlySettledRecord caller, DSLContext sql) {
    return sql
        .selectFrom(CALLER_NOTICE)
        .where(CALLER_NOTICE.SOURCE_ID.eq(caller.getSourceId()))
        .and(CALLER_NOTICE.CALLER_ID.eq(caller.getCallerId()))
        .fetch()
        .stream()
        .collect(
            toMap(
                notice -> notice.getChannel(),
                notice -> notice.getMaskNumbers(),
                (one, other) -> one || other));
  }
}
