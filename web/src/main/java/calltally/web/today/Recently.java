package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.Condition;

/** Calls that started in a span of time. */
final class Recently {

  private Recently() {}

  /** Names the dates as well, which have an index: those of any zone. */
  static Condition started(Instant after, Instant until) {
    return CALL.STARTED_AT
        .gt(after)
        .and(CALL.STARTED_AT.le(until))
        .and(CALL.LOCAL_DATE.ge(LocalDate.ofInstant(after, ZoneOffset.UTC).minusDays(1)))
        .and(CALL.LOCAL_DATE.le(LocalDate.ofInstant(until, ZoneOffset.UTC).plusDays(1)));
  }
}
