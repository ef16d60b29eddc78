package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.MARKED_CALL;
import static calltally.sql.jooq.calls.Tables.MARKED_DAY;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Marks all calls and days of a source as stale, for the next refresh to derive again. */
record MarkSourceStale(DSLContext sql, int sourceId) {

  // Zones are up to 26 hours apart: a notification may move by two days.
  private static final int DAYS_APART = 2;

  /** Returns how many calls. */
  int run() {
    days();
    return calls();
  }

  private int calls() {
    return sql.insertInto(MARKED_CALL, MARKED_CALL.SOURCE_ID, MARKED_CALL.PBX_ID)
        .select(select(CALL.SOURCE_ID, CALL.PBX_ID).from(CALL).where(CALL.SOURCE_ID.eq(sourceId)))
        .onConflictDoNothing()
        .execute();
  }

  private void days() {
    Table<?> apart = generateSeries(-DAYS_APART, DAYS_APART).as("apart", "days");
    Field<Integer> days = apart.field("days", Integer.class);
    sql.insertInto(MARKED_DAY, MARKED_DAY.SOURCE_ID, MARKED_DAY.LOCAL_DATE)
        .select(
            selectDistinct(DAILY_QUALITY.SOURCE_ID, DAILY_QUALITY.LOCAL_DATE.add(days))
                .from(DAILY_QUALITY)
                .crossJoin(apart)
                .where(DAILY_QUALITY.SOURCE_ID.eq(sourceId)))
        .onConflictDoNothing()
        .execute();
  }
}
