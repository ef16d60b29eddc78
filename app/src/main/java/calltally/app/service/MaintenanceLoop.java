package calltally.app.service;

import static calltally.sql.jooq.config.Routines.terminateLongQueries;
import static calltally.sql.jooq.journal.Routines.createPartitionsAround;

import calltally.app.database.CallDatabase;
import calltally.app.database.RefreshPool;
import calltally.ingest.metrics.Counters;
import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.NumberIndexes;
import calltally.sql.retention.RetentionRun;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps PostgreSQL running and the calls up to date, creates the journal's partitions ahead, and
 * applies the retention; gives past months their index by number.
 */
public final class MaintenanceLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceLoop.class);
  private static final String HORIZON = "horizon";
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration BETWEEN_METRICS = Duration.ofSeconds(3);
  private static final Duration BETWEEN_ANALYSES = Duration.ofSeconds(20);
  private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
  private static final Duration BETWEEN_RETENTION_ATTEMPTS = Duration.ofMinutes(10);
  private static final Duration BETWEEN_INDEXES = Duration.ofHours(6);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final TaskThread thread = new TaskThread("maintenance", CLOSE_TIMEOUT);

  /** An index of a large month takes minutes, during which the refresh must go on. */
  private final TaskThread indexing = new TaskThread("number indexes", CLOSE_TIMEOUT);

  private final CallDatabase database;
  private final InstantSource clock;
  private final HikariDataSource refresher;
  private final DailyRetention retention;
  private final RefreshLeaderLock leadership;
  private final DatabaseMetrics metrics;
  private final TaskHealth health;
  private final RefreshLoops refreshes;

  private MaintenanceLoop(
      CallDatabase database, int slices, InstantSource clock, TaskHealth health) {
    this.health = health;
    this.database = database;
    this.clock = clock;
    int atOnce = Math.min(slices, Runtime.getRuntime().availableProcessors());
    this.refresher = RefreshPool.of(database, atOnce);
    Refresh refresh = new Refresh(refresher);
    this.leadership = new RefreshLeaderLock(database.withKeepalive(DatabaseRole.REFRESH));
    this.retention = new DailyRetention(new RetentionRun(refresher), refresh, leadership, clock);
    this.metrics = new DatabaseMetrics(refresher, clock);
    health.expect(RefreshLoops.TASK, LATE);
    this.refreshes = RefreshLoops.start(refresh, slices, atOnce, health);
  }

  /**
   * Starts the loop.
   *
   * @param slices into how many slices the sources are split
   */
  public static MaintenanceLoop start(
      CallDatabase database,
      int slices,
      InstantSource clock,
      Counters counters,
      TaskHealth health) {
    MaintenanceLoop loop = new MaintenanceLoop(database, slices, clock, health);
    loop.metrics.register(counters);
    health.expect(HORIZON, LATE);
    loop.repeat(BETWEEN_PARTITIONS, "partitions", loop::createPartitions);
    loop.repeat(BETWEEN_METRICS, "metrics", loop::measure);
    loop.repeat(BETWEEN_ANALYSES, "analyst queries", loop::endAnalyses);
    loop.repeat(BETWEEN_RETENTION_ATTEMPTS, "retention", loop.retention::runIfDue);
    loop.indexing.repeat(
        BETWEEN_INDEXES, new RepeatingTask("number indexes", loop::createIndexes, health));
    return loop;
  }

  private void repeat(Duration pause, String name, Runnable work) {
    thread.repeat(pause, new RepeatingTask(name, work, health));
  }

  private void createPartitions() {
    createPartitionsAround(sql().configuration(), today());
  }

  private void createIndexes() {
    int unused = new NumberIndexes(database.owner()).create(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void measure() {
    database.ensureRunning();
    // Commands see by the lock that figures are kept up to date.
    boolean unused = leadership.isHeld();
    metrics.update();
    health.worked(HORIZON, metrics.countedUntil());
  }

  private void endAnalyses() {
    long ended = terminateLongQueries(sql().configuration());
    if (ended > 0) {
      LOG.warn(
          "sessions of analysts ended, because they ran too long or held back the figures: {}",
          ended);
    }
  }

  private DSLContext sql() {
    return DSL.using(refresher, SQLDialect.POSTGRES);
  }

  @Override
  public void close() {
    refreshes.close();
    thread.close();
    indexing.close();
    leadership.close();
    refresher.close();
  }
}
