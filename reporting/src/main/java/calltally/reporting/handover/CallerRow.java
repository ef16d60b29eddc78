package calltally.reporting.handover;

import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_FOLLOW_UP;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A caller, read from a row with the columns of the ledger's waiting callers, the name and zone of
 * the source, and {@link #CUSTOMER}.
 *
 * @param details the calls that the receiver is notified of
 */
record CallerRow(Record row, CallerKind kind, JSONB details, boolean masksNumbers) {

  /** The number of a waiting caller of a source; it is not in the ledger. */
  static final Field<String> CUSTOMER =
      field(
              select(max(MISSED_CALL_FOLLOW_UP.CUSTOMER))
                  .from(MISSED_CALL_FOLLOW_UP)
                  .where(MISSED_CALL_FOLLOW_UP.SOURCE.eq(SOURCE.NAME))
                  .and(MISSED_CALL_FOLLOW_UP.PBX_ID.eq(WAITING_CALLER.PBX_ID))
                  .and(MISSED_CALL_FOLLOW_UP.CUSTOMER_KEY.eq(WAITING_CALLER.CUSTOMER_KEY)))
          .as("customer");

  NotifiedCaller caller() {
    CallDetails calls = new CallDetails(details);
    String customer = row.get(CUSTOMER);
    return new NotifiedCaller(
        "%d-%d-%s"
            .formatted(row.get(WAITING_CALLER.SOURCE_ID), row.get(WAITING_CALLER.CALLER_ID), kind),
        kind,
        row.get(SOURCE.NAME),
        ZoneId.of(row.get(SOURCE.ZONE)),
        customer == null || customer.startsWith("~") ? null : customer,
        masksNumbers ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN,
        row.get(WAITING_CALLER.LINE),
        calls.lineName(),
        calls.calls(row.get(WAITING_CALLER.MISSED_AT)),
        kind == CallerKind.SETTLED ? end() : null);
  }

  /** How the wait ended; null while it lasts. */
  private NotifiedCaller.@Nullable End end() {
    String state = row.get(WAITING_CALLER.SETTLED_AS);
    return state == null
        ? null
        : new NotifiedCaller.End(
            CallbackState.of(state),
            row.get(WAITING_CALLER.SETTLED_AT),
            row.get(WAITING_CALLER.SETTLED_BY));
  }
}
