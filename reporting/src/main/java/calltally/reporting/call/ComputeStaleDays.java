package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.FRESH_DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.FRESH_DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.FRESH_HOURLY_LINE;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Recomputes the statistics of all stale days within the retention horizon. */
record ComputeStaleDays() {

  /**
   * Returns the number of days.
   *
   * @param sql the transaction in which the days were marked stale
   * @param haveHorizon whether anything was ever removed by the retention
   */
  int run(DSLContext sql, boolean haveHorizon) {
    if (haveHorizon) {
      unmarkBeyondHorizon(sql);
    }
    int days = sql.fetchCount(STALE_DAY);
    if (days > 0) {
      forget(sql, days, HOURLY_LINE, HOURLY_LINE.SOURCE_ID, HOURLY_LINE.LOCAL_DATE);
      forget(sql, days, DAILY_MANAGER, DAILY_MANAGER.SOURCE_ID, DAILY_MANAGER.LOCAL_DATE);
      forget(sql, days, DAILY_QUALITY, DAILY_QUALITY.SOURCE_ID, DAILY_QUALITY.LOCAL_DATE);
      hourlyLines(sql);
      dailyManagers(sql);
      dailyQuality(sql);
      sql.deleteFrom(STALE_DAY).execute();
    }
    return days;
  }

  /** Inserts the rows of the stale days into {@code hourly_line}. */
  void hourlyLines(DSLContext sql) {
    insert(sql, HOURLY_LINE, FRESH_HOURLY_LINE);
  }

  /** Inserts the rows of the stale days into {@code daily_manager}. */
  void dailyManagers(DSLContext sql) {
    insert(sql, DAILY_MANAGER, FRESH_DAILY_MANAGER);
  }

  /** Inserts the rows of the stale days into {@code daily_quality}. */
  void dailyQuality(DSLContext sql) {
    insert(sql, DAILY_QUALITY, FRESH_DAILY_QUALITY);
  }

  /** Days whose statistics the journal can no longer give keep those they have. */
  void unmarkBeyondHorizon(DSLContext sql) {
    sql.deleteFrom(STALE_DAY)
        .using(HORIZON)
        .where(STALE_DAY.SOURCE_ID.eq(HORIZON.SOURCE_ID))
        .and(STALE_DAY.LOCAL_DATE.lt(HORIZON.STATISTICS_FROM))
        .execute();
  }

  private static void forget(
      DSLContext sql,
      int days,
      Table<?> table,
      TableField<?, Integer> sourceId,
      TableField<?, LocalDate> localDate) {
    // The limit says how few there are: the planner would read the whole history for one.
    var stale =
        DSL.select(STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
            .from(STALE_DAY)
            .limit(days)
            .asTable("stale");
    sql.deleteFrom(table)
        .using(stale)
        .where(sourceId.eq(stale.field(STALE_DAY.SOURCE_ID)))
        .and(localDate.eq(stale.field(STALE_DAY.LOCAL_DATE)))
        .execute();
  }

  private static void insert(DSLContext sql, Table<?> table, Table<?> computed) {
    sql.insertInto(table)
        .columns(table.fields())
        .select(DSL.select(computed.fields(table.fields())).from(computed))
        .execute();
  }
}
