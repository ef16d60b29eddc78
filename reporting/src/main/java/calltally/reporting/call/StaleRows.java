package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.FAILING_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import org.jooq.DSLContext;

/**
 * The amount of work of a refresh, which leaves out steps without any.
 *
 * @param calls number of calls to derive
 * @param days number of days to compute, those of the calls not included
 * @param areFailing whether any call has failed, in any slice
 * @param haveHorizon whether anything was ever removed by the retention
 */
record StaleRows(int calls, int days, boolean areFailing, boolean haveHorizon) {

  /**
   * From this many on the planner needs fresh statistics; below, it does well without. Many sources
   * have many days to compute, each of which is read by index.
   */
  private static final int BULK = 10_000;

  static StaleRows count(DSLContext transaction) {
    return transaction
        .select(
            field(selectCount().from(STALE_CALL)),
            field(selectCount().from(STALE_DAY)),
            field(exists(selectOne().from(FAILING_CALL))),
            field(exists(selectOne().from(HORIZON))))
        .fetchSingle(row -> new StaleRows(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  boolean areNone() {
    return calls == 0 && days == 0;
  }

  boolean areMany() {
    return calls >= BULK || days >= BULK;
  }
}
