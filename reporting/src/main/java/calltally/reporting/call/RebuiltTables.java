package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;
import static calltally.sql.jooq.stats.Tables.JOURNAL_DATE;
import static org.jooq.impl.DSL.select;

import calltally.sql.jooq.calls.Routines;
import java.util.List;
import java.util.Objects;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Schema;
import org.jooq.Table;
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
    this.sql = DSL.using(transaction.deriveAppending(new RebuiltSchemas()));
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

  long countNotifications() {
    return sql.selectCount().from(NOTIFICATION).fetchSingle().value1();
  }

  /** Marks all days that occur in the journal; returns how many there are. */
  int markDays() {
    return sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(select(JOURNAL_DATE.SOURCE_ID, JOURNAL_DATE.LOCAL_DATE).from(JOURNAL_DATE))
        .execute();
  }

  /** Copies over from the live tables what the journal can no longer give. */
  void carryOver() {
    Routines.carryOver(transaction);
  }

  /** Creates the keys of what was copied, then everything derived from these rows. */
  void complete(RebuildProgress progress) {
    List<Runnable> steps =
        List.of(
            () -> index(CALL),
            () -> index(ATTEMPT),
            () -> index(ENGAGEMENT),
            () -> new BusyAttempts(sql).judgeAll(),
            () -> new Callbacks(sql).deriveAll(),
            () -> index(MISSED_CALL),
            () -> new ComputeStaleDays().run(sql),
            () -> List.of(HOURLY_LINE, DAILY_MANAGER, DAILY_QUALITY).forEach(this::index));
    for (int i = 0; i < steps.size(); i++) {
      progress.summed(i, steps.size());
      steps.get(i).run();
    }
    progress.summed(steps.size(), steps.size());
  }

  private void index(Table<?> replaced) {
    Schema schema = Objects.requireNonNull(replaced.getSchema());
    Routines.indexRebuilt(transaction, schema.getName() + "." + replaced.getName());
  }
}
