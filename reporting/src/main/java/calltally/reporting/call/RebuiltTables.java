package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;
import static calltally.sql.jooq.stats.Tables.STALE_JOURNAL_DAY;
import static org.jooq.impl.DSL.select;

import calltally.reporting.statistics.ComputeStaleDays;
import calltally.sql.jooq.calls.Routines;
import java.util.List;
import java.util.Objects;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The tables that a rebuild fills, beside those that are read and with the same names in schemas of
 * their own: what is written for these fills those.
 */
final class RebuiltTables {

  private final Configuration transaction;
  private final DSLContext sql;

  private RebuiltTables(Configuration transaction) {
    this.transaction = transaction;
    this.sql = DSL.using(transaction.deriveAppending(new RebuiltSchemas()));
  }

  /** Creates them, empty, in the place of those that an earlier rebuild has left behind. */
  static RebuiltTables create(Configuration transaction) {
    SessionSettings.forLongWork(transaction.dsl());
    Routines.beginRebuild(transaction);
    return new RebuiltTables(transaction);
  }

  /** Where the names of the tables mean these. */
  DSLContext sql() {
    return sql;
  }

  long countNotifications() {
    return sql.selectCount().from(NOTIFICATION).fetchSingle().value1();
  }

  /** Marks all days that the journal tells of; returns how many there are. */
  int markDays() {
    return sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(
            select(STALE_JOURNAL_DAY.SOURCE_ID, STALE_JOURNAL_DAY.LOCAL_DATE)
                .from(STALE_JOURNAL_DAY))
        .execute();
  }

  /** Takes over what the journal no longer tells of. */
  void carryOver() {
    Routines.carryOver(transaction);
  }

  /** Makes the keys of the calls and attempts, and all that is derived from them. */
  void complete(RebuildProgress progress) {
    List<Runnable> steps =
        List.of(
            () -> index(CALL),
            () -> index(ATTEMPT),
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
