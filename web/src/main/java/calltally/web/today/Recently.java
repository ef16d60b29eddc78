package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Condition;

/** Calls that started in a span of time. */
final class Recently {

  private Recently() {}

  /** Names the dates of the source's zone as well, which have an index. */
  static Condition started(Instant after, Instant until, ZoneId zone) {
    return CALL.STARTED_AT
        .gt(after)
        .and(CALL.STARTED_AT.le(until))
        .and(CALL.LOCAL_DATE.ge(LocalDate.ofInstant(after, zone)))
        .and(CALL.LOCAL_DATE.le(LocalDate.ofInstant(until, zone)));
  }
}
