package calltally.app.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

  private static final String SUBJECT = "clock";
  private static final Duration NOTEWORTHY = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final String ADVICE = "let both machines take their time from NTP";

  public CheckResult result() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    // Both clocks are asked once connected: to log in may take seconds.
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
    String sentence =
        "PostgreSQL's clock is %s s %s this machine's"
            .formatted(
                BigDecimal.valueOf(apart.toMillis(), 3).setScale(3, RoundingMode.UNNECESSARY),
                ahead.isNegative() ? "behind" : "ahead of");
    if (apart.compareTo(MOST) > 0) {
      return CheckResult.failed(SUBJECT, sentence, ADVICE);
    }
    return apart.compareTo(NOTEWORTHY) > 0
        ? CheckResult.warning(SUBJECT, sentence, ADVICE)
        : CheckResult.ok(SUBJECT, sentence);
  }
}
