package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Routines.refreshedAt;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Observes whether calls and statistics are up to date. */
record ObserveRefresh(MonitoredSource every, AlarmThresholds rules, Instant now) {

  Observation run(DSLContext sql) {
    return observation(refreshedAt(sql.configuration()));
  }

  Observation observation(@Nullable Instant refreshedAt) {
    if (refreshedAt == null) {
      return Observation.undecided(AlarmKind.REFRESH_LATE, every);
    }
    Duration lag = Duration.between(refreshedAt, now);
    return Observation.of(
        AlarmKind.REFRESH_LATE,
        every,
        lag.compareTo(rules.refreshLag()) > 0 ? AlarmState.ALARM : AlarmState.WELL,
        Map.of("minutes", lag.toMinutes()));
  }
}
