package calltally.app.check;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.ALARM;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the watch has found wrong and not well again, and who could not be told. */
record AlarmsCheck(DataSource database, InstantSource clock) {

  private static final String SUBJECT = "alarms";
  private static final Duration RECENTLY = Duration.ofDays(7);
  private static final int SHOWN = 10;

  /** Nobody watches. */
  public static CheckResult ofNoWatch() {
    return CheckResult.ok(SUBJECT, "not configured: nobody is told when something goes wrong");
  }

  /** One, or one for each alarm that goes on, and each receiver that was not reached. */
  public List<CheckResult> results() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    List<CheckResult> found = Stream.concat(active(sql).stream(), untold(sql).stream()).toList();
    return found.isEmpty() ? List.of(CheckResult.ok(SUBJECT, "none is active")) : found;
  }

  private List<CheckResult> active(DSLContext sql) {
    return sql.select(SOURCE.NAME, ALARM.KIND, ALARM.BEGAN_AT, ALARM.MESSAGE)
        .from(ALARM)
        .leftJoin(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(ALARM.SOURCE_ID))
        .where(ALARM.ENDED_AT.isNull())
        .orderBy(ALARM.BEGAN_AT, ALARM.ALARM_ID)
        .fetch(row -> active(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /**
   * An alarm that goes on.
   *
   * @param source null for what concerns all
   */
  private CheckResult active(@Nullable String source, String kind, Instant began, String words) {
    return CheckResult.warning(
        SUBJECT,
        "%s%s, noticed %s: %s"
            .formatted(
                source == null ? "" : source + ": ",
                kind,
                RelativeTime.words(Duration.between(began, clock.instant())),
                words),
        advice(kind));
  }

  private List<CheckResult> untold(DSLContext sql) {
    return sql.select(ALARM_NOTICE.CHANNEL, ALARM.KIND, ALARM_NOTICE.ANSWER)
        .from(ALARM_NOTICE)
        .join(ALARM)
        .using(ALARM.SOURCE_ID, ALARM.ALARM_ID)
        .where(ALARM_NOTICE.NOTIFIED_AT.isNull())
        .and(ALARM_NOTICE.ANSWER.isNotNull())
        .and(ALARM.BEGAN_AT.gt(clock.instant().minus(RECENTLY)))
        .orderBy(ALARM.BEGAN_AT.desc(), ALARM.ALARM_ID, ALARM_NOTICE.CHANNEL)
        .limit(SHOWN)
        .fetch(row -> untold(row.value1(), row.value2(), row.value3()));
  }

  private static CheckResult untold(String receiver, String kind, String answer) {
    return CheckResult.failed(
        SUBJECT,
        "%s could not be told of %s: %s".formatted(receiver, kind, answer),
        "see that watch and mail of the configuration are right; calltally mail-test tries the mail"
            + " server");
  }

  private static String advice(String kind) {
    return switch (kind) {
      case "feed_quiet" -> "see that the exchange works and still has the address of serve";
      case "missed_rate" -> "see who is at work: calltally report missed names the callers";
      case "report_late" ->
          "calltally subscriptions and calltally deliveries --failed tell which report, and why";
      case "spool_full" -> "bring the database back: what comes when the spool is full is lost";
      default ->
          "see that serve runs and the database answers, and what its log says; or calltally"
              + " refresh";
    };
  }
}
