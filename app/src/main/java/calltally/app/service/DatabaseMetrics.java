package calltally.app.service;

import static calltally.sql.jooq.calls.Tables.SET_ASIDE_CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.ledger.Routines.uncountedSince;
import static calltally.sql.jooq.ledger.Tables.LATE_HANDOVER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import calltally.ingest.metrics.Counters;
import calltally.sql.jooq.ledger.tables.LateHandover;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** Metrics from the database, read at intervals and exposed at any time. */
final class DatabaseMetrics {

  /** How long the hand-over of a caller may take before it is counted as late. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** Reading each of thousands of sources takes seconds: that many times as long is a pause. */
  private static final int PAUSE = 20;

  private final DSLContext sql;
  private final InstantSource clock;
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
  }

  /** Reads the values from the database; those of sources not again while it is their pause. */
  void update() {
    uncountedSince = uncountedSince(sql.configuration());
    long start = System.nanoTime();
    if (start - sourcesDueAt >= 0) {
      setAside = setAside();
      lateHandovers = lateHandovers();
      lastNotifications = lastNotifications();
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

  private Map<String, Double> setAside() {
    return sql
        .select(SOURCE.NAME, count(SET_ASIDE_CALL.PBX_ID))
        .from(SOURCE)
        .leftJoin(SET_ASIDE_CALL)
        .using(SOURCE.SOURCE_ID)
        .groupBy(SOURCE.NAME)
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2().doubleValue()));
  }

  private Map<String, Double> lateHandovers() {
    LateHandover late = LATE_HANDOVER(clock.instant(), YearToSecond.valueOf(LATE));
    return sql
        .select(SOURCE.NAME, sum(late.CALLERS))
        .from(SOURCE)
        .leftJoin(late)
        .using(SOURCE.SOURCE_ID)
        .groupBy(SOURCE.NAME)
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.value1(), row -> row.value2() == null ? 0 : row.value2().doubleValue()));
  }

  /** Uses the primary key; notifications dated in the future do not count. */
  private Map<String, Instant> lastNotifications() {
    Field<Instant> last =
        DSL.field(
            select(NOTIFICATION.RECEIVED_AT)
                .from(NOTIFICATION)
                .where(NOTIFICATION.SOURCE_ID.eq(SOURCE.SOURCE_ID))
                .and(NOTIFICATION.OCCURRED_AT.gt(inline(Instant.EPOCH)))
                .and(NOTIFICATION.OCCURRED_AT.le(inline(clock.instant())))
                .orderBy(NOTIFICATION.OCCURRED_AT.desc())
                .limit(inline(1)));
    return sql.select(SOURCE.NAME, last).from(SOURCE).where(SOURCE.ACTIVE).fetch().stream()
        .filter(row -> row.value2() != null)
        .collect(
            Collectors.toMap(row -> row.value1(), row -> Objects.requireNonNull(row.value2())));
  }
}
