package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.stats.Tables.JOURNAL_DATE;
import static org.jooq.impl.DSL.select;

import calltally.sql.jooq.calls.Routines;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The tables that a rebuild fills: named like the live ones, in schemas of their own, so that the
 * statements written for those fill these.
 */
final class RebuiltTables {

  private final Configuration transaction;
  private final DSLContext sql;

  private RebuiltTables(Configuration transaction) {
    this.transaction = transaction;
    this.sql = resolving(transaction);
  }

  /** Creates the tables, empty, and drops those that an earlier rebuild left behind. */
  static RebuiltTables create(Configuration transaction) {
    SessionSettings.forLongWork(transaction.dsl());
    Routines.beginRebuild(transaction);
    return new RebuiltTables(transaction);
  }

  /** Resolves the names of derived tables to these tables. */
  DSLContext sql() {
    return sql;
  }

  /** The same in a later transaction. */
  static DSLContext resolving(Configuration transaction) {
    return DSL.using(transaction.deriveAppending(new RebuiltSchemas()));
  }

  long countNotifications() {
    return sql.selectCount().from(NOTIFICATION).fetchSingle().value1();
  }

  /** Marks the days whose statistics the journal can give; returns how many it has. */
  int markDays() {
    int days =
        sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
            .select(select(JOURNAL_DATE.SOURCE_ID, JOURNAL_DATE.LOCAL_DATE).from(JOURNAL_DATE))
            .execute();
    new ComputeStaleDays().unmarkBeyondHorizon(sql);
    return days;
  }

  /** Copies over from the live tables what the journal can no longer give. */
  void carryOver() {
    Routines.carryOver(transaction);
  }
}
