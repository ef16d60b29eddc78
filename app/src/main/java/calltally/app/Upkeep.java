package calltally.app;

import static calltally.sql.jooq.config.Routines.endLongAnalyses;
import static calltally.sql.jooq.journal.Routines.createPartitionsAround;

import calltally.ingest.metrics.Counters;
import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseRole;
import calltally.sql.disposal.Disposal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service does again and again: keeps PostgreSQL running, the calls up to date, the
 * journal's months ahead, and nothing for longer than it should. What fails is tried again the next
 * time.
 */
final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(3);
  private static final Duration BETWEEN_ANALYSES = Duration.ofMinutes(1);
  private static final Duration BETWEEN_PARTITIONS = Duration.ofHours(6);
  private static final Duration BETWEEN_DISPOSALS = Duration.ofDays(1);
  private static final Duration BETWEEN_ATTEMPTS_TO_DISPOSE = Duration.ofHours(1);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(1);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "upkeep"));
  private final CallDatabase database;
  private final InstantSource clock;
  private final Refresh refresh;
  private final Disposal disposal;
  private final RefreshTurn turn;
  private final Pulse pulse;
  private Instant nextDisposal = Instant.MIN;
  private boolean isFailing;

  private Upkeep(CallDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    DataSource refresher = database.as(DatabaseRole.REFRESH);
    this.refresh = new Refresh(refresher);
    this.disposal = new Disposal(refresher);
    this.turn = new RefreshTurn(database.watchfully(DatabaseRole.REFRESH));
    this.pulse = new Pulse(refresher, clock);
  }

  static Upkeep start(CallDatabase database, InstantSource clock, Counters counters) {
    Upkeep upkeep = new Upkeep(database, clock);
    upkeep.pulse.tell(counters);
    upkeep.repeat(upkeep::createPartitions, BETWEEN_PARTITIONS);
    upkeep.repeat(upkeep::refresh, BETWEEN_REFRESHES);
    upkeep.repeat(upkeep::endAnalyses, BETWEEN_ANALYSES);
    upkeep.repeat(upkeep::dispose, BETWEEN_ATTEMPTS_TO_DISPOSE);
    return upkeep;
  }

  private void repeat(Runnable task, Duration pause) {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(
            () -> attempt(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Runnable task) {
    try {
      task.run();
      if (isFailing) {
        LOG.info("The database is up to date again");
      }
      isFailing = false;
    } catch (RuntimeException e) {
      if (!isFailing && !executor.isShutdown()) {
        LOG.warn(
            "The database could not be brought up to date, it is tried again: {}",
            Failure.sentence(e));
      }
      isFailing = true;
    }
  }

  private void createPartitions() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    createPartitionsAround(refresher().configuration(), today);
  }

  private void refresh() {
    database.ensureRunning();
    if (turn.isOurs()) {
      refresh.run();
    }
    pulse.take();
  }

  /** Once a day; where it was not our turn or somebody was in the way, an hour later. */
  private void dispose() {
    Instant now = clock.instant();
    if (!now.isBefore(nextDisposal) && turn.isOurs()) {
      // What a notification tells has to be known before it goes.
      refresh.run();
      disposal.run(now);
      nextDisposal = now.plus(BETWEEN_DISPOSALS);
    }
  }

  private void endAnalyses() {
    long ended = endLongAnalyses(refresher().configuration());
    if (ended > 0) {
      LOG.warn("{} connections of analysts were ended: they had lasted too long", ended);
    }
  }

  private DSLContext refresher() {
    return DSL.using(database.as(DatabaseRole.REFRESH), SQLDialect.POSTGRES);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A refresh was left unfinished; the next one makes up for it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    turn.close();
  }
}
