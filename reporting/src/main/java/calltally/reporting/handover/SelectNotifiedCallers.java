package calltally.reporting.handover;

import static calltally.reporting.handover.CallerRow.CUSTOMER;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The callers of a message, the longest waiting first. */
record SelectNotifiedCallers(long message) {

  List<NotifiedCaller> run(DSLContext sql) {
    return sql.select(CUSTOMER, SOURCE.NAME, SOURCE.ZONE)
        .select(CALLER_NOTICE.KIND, CALLER_NOTICE.MASK_NUMBERS)
        .select(WAITING_CALLER.fields())
        .from(CALLER_NOTICE)
        .join(WAITING_CALLER)
        .on(WAITING_CALLER.SOURCE_ID.eq(CALLER_NOTICE.SOURCE_ID))
        .and(WAITING_CALLER.CALLER_ID.eq(CALLER_NOTICE.CALLER_ID))
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(CALLER_NOTICE.SOURCE_ID))
        .where(CALLER_NOTICE.MESSAGE_ID.eq(message))
        .orderBy(WAITING_CALLER.MISSED_AT, WAITING_CALLER.CALLER_ID)
        .fetch(SelectNotifiedCallers::caller);
  }

  private static NotifiedCaller caller(Record row) {
    return new CallerRow(
            row,
            CallerKind.parse(row.get(CALLER_NOTICE.KIND)),
            row.get(WAITING_CALLER.DETAILS),
            row.get(CALLER_NOTICE.MASK_NUMBERS))
        .caller();
  }
}
