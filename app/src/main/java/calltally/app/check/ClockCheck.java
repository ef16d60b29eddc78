package calltally.app.check;

import calltally.app.terminal.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Whether PostgreSQL's clock and this machine's agree: both date what is received. */
record ClockCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.CLOCK;
  private static final Duration NOTEWORTHY = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final Message ADVICE = Message.of("check.clock.advice");

  public CheckResult result() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    // Both clocks are read once connected: logging in may take seconds.
    return of(
        sql.connectionResult(connection -> ahead(DSL.using(connection, SQLDialect.POSTGRES))));
  }

  private Duration ahead(DSLContext connected) {
    connected.selectOne().fetch();
    Instant before = clock.instant();
    Instant there =
        connected
            .select(DSL.field("clock_timestamp()", OffsetDateTime.class))
            .fetchSingle()
            .value1()
            .toInstant();
    Duration asking = Duration.between(before, clock.instant());
    return Duration.between(before.plus(asking.dividedBy(2)), there);
  }

  /**
   * More than 2 s is a warning, more than 5 min has failed.
   *
   * @param ahead how far PostgreSQL's clock is ahead
   */
  static CheckResult of(Duration ahead) {
    Duration apart = ahead.abs();
    Message finding =
        Message.of(
            ahead.isNegative() ? "check.clock.behind" : "check.clock.ahead",
            BigDecimal.valueOf(apart.toMillis(), 3));
    if (apart.compareTo(MOST) > 0) {
      return CheckResult.failed(SUBJECT, finding, ADVICE);
    }
    return apart.compareTo(NOTEWORTHY) > 0
        ? CheckResult.warning(SUBJECT, finding, ADVICE)
        : CheckResult.ok(SUBJECT, finding);
  }
}
