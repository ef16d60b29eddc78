package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Routines.refreshedAt;
import static calltally.sql.jooq.ledger.Routines.uncountedSince;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** Whether calls are up to date: otherwise a call-back may not be known yet. */
record AreCallsCurrent(Instant now) {

  static final Duration MOST_BEHIND = Duration.ofMinutes(5);

  boolean run(DSLContext sql) {
    Instant refreshed = refreshedAt(sql.configuration());
    Instant uncounted = uncountedSince(sql.configuration());
    Instant least = now.minus(MOST_BEHIND);
    return refreshed != null
        && !refreshed.isBefore(least)
        && (uncounted == null || !uncounted.isBefore(least));
  }
}
