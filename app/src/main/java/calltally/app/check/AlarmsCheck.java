package calltally.app.check;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.ALARM;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import calltally.app.terminal.Message;
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

/** The alarms that are active, and who could not be notified of one. */
record AlarmsCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.ALARMS;
  private static final Duration RECENTLY = Duration.ofDays(7);
  private static final int SHOWN = 10;

  /** Without a watch. */
  public static CheckResult ofNoWatch() {
    return CheckResult.ok(SUBJECT, Message.of("check.alarms.unset"));
  }

  /** One, or one for each active alarm and each receiver that was not reached. */
  public List<CheckResult> results() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    List<CheckResult> found = Stream.concat(active(sql).stream(), unsent(sql).stream()).toList();
    return found.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.alarms.none")))
        : found;
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
   * An active alarm.
   *
   * @param source null for an alarm of all sources
   */
  private CheckResult active(@Nullable String source, String kind, Instant began, String words) {
    Message since = RelativeTime.words(Duration.between(began, clock.instant()));
    return CheckResult.warning(
        SUBJECT,
        source == null
            ? Message.of("check.alarms.active", kind, since, words)
            : Message.of("check.alarms.active_of_source", source, kind, since, words),
        advice(kind));
  }

  private List<CheckResult> unsent(DSLContext sql) {
    return sql.select(ALARM_NOTICE.CHANNEL, ALARM.KIND, ALARM_NOTICE.ANSWER)
        .from(ALARM_NOTICE)
        .join(ALARM)
        .using(ALARM.SOURCE_ID, ALARM.ALARM_ID)
        .where(ALARM_NOTICE.NOTIFIED_AT.isNull())
        .and(ALARM_NOTICE.ANSWER.isNotNull())
        .and(ALARM.BEGAN_AT.gt(clock.instant().minus(RECENTLY)))
        .orderBy(ALARM.BEGAN_AT.desc(), ALARM.ALARM_ID, ALARM_NOTICE.CHANNEL)
        .limit(SHOWN)
        .fetch(row -> unsent(row.value1(), row.value2(), row.value3()));
  }

  private static CheckResult unsent(String receiver, String kind, String answer) {
    return CheckResult.failed(
        SUBJECT,
        Message.of("check.alarms.unsent", receiver, kind, answer),
        Message.of("check.alarms.unsent.advice"));
  }

  private static Message advice(String kind) {
    return switch (kind) {
      case "feed_quiet" -> Message.of("check.alarms.feed_quiet");
      case "missed_rate" -> Message.of("check.alarms.missed_rate");
      case "report_late" -> Message.of("check.alarms.report_late");
      case "spool_full" -> Message.of("check.alarms.spool_full");
      case "handover_late" -> Message.of("check.alarms.handover_late");
      case "intrusion" -> Message.of("check.alarms.intrusion");
      default -> Message.of("check.alarms.refresh_late");
    };
  }
}
