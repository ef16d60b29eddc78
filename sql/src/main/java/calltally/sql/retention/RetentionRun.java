package calltally.sql.retention;

import static calltally.sql.jooq.journal.Routines.deleteExpiredCalls;
import static calltally.sql.jooq.journal.Routines.deleteExpiredRequests;
import static calltally.sql.jooq.journal.Routines.dropExpiredNotifications;
import static calltally.sql.jooq.journal.Routines.pseudonymise;
import static calltally.sql.jooq.journal.Routines.removeExpiredRecordings;
import static calltally.sql.jooq.journal.Tables.COUNT_EXPIRED;
import static calltally.sql.jooq.web.Routines.deleteExpiredAccess;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what each source's retention no longer keeps; figures do not change.
 *
 * <p>Each step is a transaction of its own, during which no refresh and no rebuild runs, and can
 * safely be repeated or interrupted. Every deletion is recorded in {@code journal.deletion_log}.
 */
public final class RetentionRun {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

  private final DSLContext sql;

  /**
   * Works on a database whose calls are up to date with its journal.
   *
   * @param database connections of a role that may refresh
   */
  public RetentionRun(DataSource database) {
    sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** What has expired at the instant; changes nothing. */
  public List<ExpiredRows> preview(Instant at) {
    return sql.selectFrom(COUNT_EXPIRED.call(at))
        .fetch(
            row ->
                new ExpiredRows(
                    row.getSource(), row.getKind(), row.getUntil(), row.getAffectedRows()));
  }

  /**
   * Deletes what has expired at the instant, or now by the database's clock if that is earlier. A
   * step that fails, for instance because of an hours-long query, does not stop the others.
   */
  public RetentionResult run(Instant at) {
    IndependentSteps steps = new IndependentSteps();
    RetentionResult removed =
        new RetentionResult(
            steps.run(() -> dropExpiredNotifications(sql.configuration(), at)),
            steps.run(() -> deleteExpiredRequests(sql.configuration(), at)),
            steps.run(() -> deleteExpiredCalls(sql.configuration(), at)),
            steps.run(() -> removeExpiredRecordings(sql.configuration(), at)),
            steps.run(() -> pseudonymiseAll(at)),
            steps.run(() -> deleteExpiredAccess(sql.configuration(), at)));
    if (!removed.isNothing()) {
      LOG.info(
          "Retention: notifications deleted: {}, rejected requests: {}, calls: {}, links to"
              + " recordings: {}; calls in which customers' numbers were replaced: {}; entries of who"
              + " opened a customer's page: {}",
          removed.notifications(),
          removed.requests(),
          removed.calls(),
          removed.recordings(),
          removed.numbers(),
          removed.pageAccess());
    }
    steps.end();
    return removed;
  }

  /** Works month by month, so that refreshes do not wait for long. */
  private long pseudonymiseAll(Instant at) {
    long total = 0;
    for (long changed = -1; changed != 0; total += changed) {
      changed = pseudonymise(sql.configuration(), at);
    }
    return total;
  }
}
