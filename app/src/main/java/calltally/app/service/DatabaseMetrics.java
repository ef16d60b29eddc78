package calltally.app.service;

import static calltally.sql.jooq.ledger.Routines.uncountedSince;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Metrics from the database, read at intervals and exposed at any time. */
final class DatabaseMetrics {

  /** Reading each of thousands of sources takes seconds: that many times as long is a pause. */
  private static final int PAUSE = 20;

  private final DSLContext sql;
  private final InstantSource clock;
  private final SourceMetrics sources;
  private long sourcesDueAt = System.nanoTime();
  private volatile boolean isRead;
  private volatile @Nullable Instant uncountedSince;
  private volatile Map<String, Double> setAside = Map.of();
  private volatile Map<String, Double> lateHandovers = Map.of();
  private volatile Map<String, Instant> lastNotifications = Map.of();

  /**
   * Metrics without values yet.
   *
   * @param database connections of the role calltally_refresh
   */
  DatabaseMetrics(DataSource database, InstantSource clock) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.clock = clock;
    this.sources = new SourceMetrics(sql, clock);
  }

  /** Reads the values from the database; those of sources not again while it is their pause. */
  void update() {
    uncountedSince = uncountedSince(sql.configuration());
    long start = System.nanoTime();
    if (start - sourcesDueAt >= 0) {
      setAside = sources.setAside();
      lateHandovers = sources.lateHandovers();
      lastNotifications = sources.lastNotifications();
      long end = System.nanoTime();
      sourcesDueAt = end + PAUSE * (end - start);
    }
    isRead = true;
  }

  /** Everything received before is in the figures. */
  Instant countedUntil() {
    Instant oldest = uncountedSince;
    return oldest == null ? clock.instant() : oldest;
  }

  /** Registers the gauges. */
  void register(Counters counters) {
    counters.gauge(
        "refresh_lag_seconds",
        "Time since the oldest notification that is not counted yet was received; 0 without one.",
        this::secondsBehind);
    counters.gaugeBy(
        "source",
        "set_aside_calls",
        "Calls in no figure because they could not be derived.",
        () -> setAside);
    counters.gaugeBy(
        "source",
        "late_handovers",
        "Callers whom programs or CRMs have not taken over for 15 minutes.",
        () -> lateHandovers);
    counters.gaugeBy(
        "source",
        "last_notification_age_seconds",
        "Time since the latest notification was received.",
        this::ages);
  }

  private OptionalDouble secondsBehind() {
    if (!isRead) {
      return OptionalDouble.empty();
    }
    Instant oldest = uncountedSince;
    return OptionalDouble.of(oldest == null ? 0 : secondsSince(oldest));
  }

  private Map<String, Double> ages() {
    return lastNotifications.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, last -> secondsSince(last.getValue())));
  }

  private double secondsSince(Instant instant) {
    return Duration.between(instant, clock.instant()).toMillis() / 1000.0;
  }
}
