package calltally.reporting.alarm;

import static calltally.sql.jooq.config.Routines.horizonHolder;
import static calltally.sql.jooq.ledger.Routines.refreshedAt;
import static calltally.sql.jooq.ledger.Routines.uncountedSince;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Observes whether calls and statistics are up to date. */
record ObserveRefresh(MonitoredSource every, AlarmThresholds rules, Instant now) {

  private static final String NOBODY = "–";

  Observation run(DSLContext sql) {
    Configuration database = sql.configuration();
    return observation(refreshedAt(database), uncountedSince(database), horizonHolder(database));
  }

  Observation observation(
      @Nullable Instant refreshedAt, @Nullable Instant uncountedSince, @Nullable String holder) {
    if (refreshedAt == null) {
      return Observation.undecided(AlarmKind.REFRESH_LATE, every);
    }
    Duration lag = lag(refreshedAt, uncountedSince);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("minutes", lag.toMinutes());
    facts.put("held_by", holder == null ? NOBODY : holder);
    return Observation.of(
        AlarmKind.REFRESH_LATE,
        every,
        lag.compareTo(rules.refreshLag()) > 0 ? AlarmState.ALARM : AlarmState.WELL,
        facts);
  }

  /**
   * The time since the last refresh or the oldest uncounted notification, whichever is longer.
   *
   * @param uncountedSince when the oldest notification that is not counted yet was received
   */
  private Duration lag(Instant refreshedAt, @Nullable Instant uncountedSince) {
    Instant since =
        uncountedSince != null && uncountedSince.isBefore(refreshedAt)
            ? uncountedSince
            : refreshedAt;
    return Duration.between(since, now);
  }
}
