package calltally.app.service;

import static calltally.sql.jooq.config.Routines.terminateLongQueries;
import static calltally.sql.jooq.journal.Routines.createPartitionsAround;

import calltally.app.database.CallDatabase;
import calltally.ingest.metrics.Counters;
import calltally.reporting.call.Refresh;
import calltally.reporting.call.RefreshResult;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.RetentionRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps PostgreSQL running and the calls up to date, creates the journal's partitions ahead, and
 * applies the retention.
 */
public final class MaintenanceLoop implements AutoCloseable {

  static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceLoop.class);
  private static final String REFRESH = "refresh";
  private static final String HORIZON = "horizon";
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration BETWEEN_ANALYSES = Duration.ofSeconds(20);
  private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
  private static final Duration BETWEEN_RETENTION_RUNS = Duration.ofDays(1);
  private static final Duration BETWEEN_RETENTION_ATTEMPTS = Duration.ofHours(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final TaskThread thread = new TaskThread("maintenance", CLOSE_TIMEOUT);
  private final CallDatabase database;
  private final InstantSource clock;
  private final Refresh refresh;
  private final RetentionRun retention;
  private final RefreshLeaderLock leadership;
  private final DatabaseMetrics metrics;
  private final TaskHealth health;
  private Instant nextRetention = Instant.MIN;

  private MaintenanceLoop(CallDatabase database, InstantSource clock, TaskHealth health) {
    this.health = health;
    this.database = database;
    this.clock = clock;
    DataSource refresher = database.as(DatabaseRole.REFRESH);
    this.refresh = new Refresh(refresher);
    this.retention = new RetentionRun(refresher);
    this.leadership = new RefreshLeaderLock(database.withKeepalive(DatabaseRole.REFRESH));
    this.metrics = new DatabaseMetrics(refresher, clock);
  }

  public static MaintenanceLoop start(
      CallDatabase database, InstantSource clock, Counters counters, TaskHealth health) {
    MaintenanceLoop loop = new MaintenanceLoop(database, clock, health);
    loop.metrics.register(counters);
    health.expect(REFRESH, LATE);
    health.expect(HORIZON, LATE);
    loop.repeat(BETWEEN_PARTITIONS, "partitions", loop::createPartitions);
    loop.repeat(BETWEEN_REFRESHES, REFRESH, loop::refresh);
    loop.repeat(BETWEEN_ANALYSES, "analyst queries", loop::endAnalyses);
    loop.repeat(BETWEEN_RETENTION_ATTEMPTS, "retention", loop::applyRetention);
    return loop;
  }

  private void repeat(Duration pause, String name, Runnable work) {
    thread.repeat(pause, new RepeatingTask(name, work, health));
  }

  private void createPartitions() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    createPartitionsAround(refresher().configuration(), today);
  }

  private void refresh() {
    database.ensureRunning();
    if (leadership.isHeld()) {
      // To wait for a rebuild would stop the other tasks of this thread.
      Optional<RefreshResult> unused = refresh.runIfFree();
    }
    metrics.update();
    health.worked(HORIZON, metrics.countedUntil());
  }

  /**
   * Applies the retention once a day; tries again hourly if not the leader, during a rebuild, or
   * after a failure.
   */
  private void applyRetention() {
    Instant now = clock.instant();
    if (!now.isBefore(nextRetention) && leadership.isHeld()) {
      // Rows must be derived from a notification before it is removed.
      if (refresh.runIfFree().isPresent()) {
        retention.run(now);
        nextRetention = now.plus(BETWEEN_RETENTION_RUNS);
      }
    }
  }

  private void endAnalyses() {
    long ended = terminateLongQueries(refresher().configuration());
    if (ended > 0) {
      LOG.warn(
          "sessions of analysts ended, because they ran too long or held back the figures: {}",
          ended);
    }
  }

  private DSLContext refresher() {
    return DSL.using(database.as(DatabaseRole.REFRESH), SQLDialect.POSTGRES);
  }

  @Override
  public void close() {
    thread.close();
    leadership.close();
  }
}
