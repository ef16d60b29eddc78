package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Puts a caller on record as waiting.
 *
 * @param caller has columns of the ledger's table, by their names
 */
record InsertCaller(Record caller) {

  /** Returns the caller's number; empty when the caller is on record already. */
  Optional<Long> run(DSLContext sql) {
    return sql.insertInto(WAITING_CALLER)
        .set(values())
        .onConflictDoNothing()
        .returningResult(WAITING_CALLER.CALLER_ID)
        .fetchOptional(WAITING_CALLER.CALLER_ID);
  }

  private Map<Field<?>, Object> values() {
    Map<Field<?>, Object> values = new HashMap<>();
    for (Field<?> column : WAITING_CALLER.fields()) {
      if (caller.field(column.getName()) != null) {
        values.put(column, caller.get(column.getName()));
      }
    }
    return values;
  }
}
