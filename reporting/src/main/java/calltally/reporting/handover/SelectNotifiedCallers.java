package calltally.reporting.handover;

import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_FOLLOW_UP;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The callers of a message, the longest waiting first. */
record SelectNotifiedCallers(long message) {

  /** The number of a waiting caller of a source; it is not in the ledger. */
  static final Field<String> CUSTOMER =
      field(
              select(max(MISSED_CALL_FOLLOW_UP.CUSTOMER))
                  .from(MISSED_CALL_FOLLOW_UP)
                  .where(MISSED_CALL_FOLLOW_UP.SOURCE.eq(SOURCE.NAME))
                  .and(MISSED_CALL_FOLLOW_UP.PBX_ID.eq(WAITING_CALLER.PBX_ID))
                  .and(MISSED_CALL_FOLLOW_UP.CUSTOMER_KEY.eq(WAITING_CALLER.CUSTOMER_KEY)))
          .as("customer");

  List<NotifiedCaller> run(DSLContext sql) {
    return sql.select(CUSTOMER, SOURCE.NAME, SOURCE.ZONE, CALLER_NOTICE.KIND)
        .select(CALLER_NOTICE.MASK_NUMBERS, CALLER_NOTICE.SOURCE_ID, CALLER_NOTICE.CALLER_ID)
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
    CallerKind kind = CallerKind.parse(row.get(CALLER_NOTICE.KIND));
    String customer = row.get(CUSTOMER);
    boolean isMasked = row.get(CALLER_NOTICE.MASK_NUMBERS);
    CallDetails details = new CallDetails(row.get(WAITING_CALLER.DETAILS));
    return new NotifiedCaller(
        "%d-%d-%s"
            .formatted(row.get(CALLER_NOTICE.SOURCE_ID), row.get(CALLER_NOTICE.CALLER_ID), kind),
        kind,
        row.get(SOURCE.NAME),
        ZoneId.of(row.get(SOURCE.ZONE)),
        customer == null || customer.startsWith("~") ? null : customer,
        isMasked ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN,
        row.get(WAITING_CALLER.LINE),
        details.lineName(),
        details.calls(row.get(WAITING_CALLER.MISSED_AT)),
        kind == CallerKind.SETTLED ? end(row) : null);
  }

  /** How the wait of a row of the ledger ended; null while it lasts. */
  static NotifiedCaller.@Nullable End end(Record row) {
    String state = row.get(WAITING_CALLER.SETTLED_AS);
    return state == null
        ? null
        : new NotifiedCaller.End(
            CallbackState.of(state),
            row.get(WAITING_CALLER.SETTLED_AT),
            row.get(WAITING_CALLER.SETTLED_BY));
  }
}
