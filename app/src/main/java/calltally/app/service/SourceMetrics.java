package calltally.app.service;

import static calltally.sql.jooq.calls.Tables.SET_ASIDE_CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.ledger.Tables.LATE_HANDOVER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import calltally.sql.jooq.ledger.tables.LateHandover;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;

/** The queries for the metrics of each source, by its name. */
record SourceMetrics(DSLContext sql, InstantSource clock) {

  /** How long the hand-over of a caller may take before it is counted as late. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** Calls in no figure because they could not be derived. */
  Map<String, Double> setAside() {
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

  /** Callers whom programs or CRMs have not taken over in time. */
  Map<String, Double> lateHandovers() {
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

  /**
   * When the latest notification was received, found by the primary key; those dated in the future
   * do not count.
   */
  Map<String, Instant> lastNotifications() {
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
