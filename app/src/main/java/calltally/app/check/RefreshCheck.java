package calltally.app.check;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether calls and statistics keep up with the notifications. */
record RefreshCheck(DataSource database, InstantSource clock) {

  private static final String SUBJECT = "refresh";
  private static final Duration NOTEWORTHY = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofDays(1);
  private static final String ADVICE =
      "serve refreshes every few seconds: see that it runs, and its log; or calltally refresh";

  public CheckResult result() {
    Record3<Instant, Boolean, Boolean> cursor =
        DSL.using(database, SQLDialect.POSTGRES)
            .select(
                REFRESH_CURSOR.REFRESHED_AT,
                field(or(isNotTaken(), exists(selectOne().from(STALE_CALL)))),
                REFRESH_CURSOR.SYSTEM_IDENTIFIER.ne(
                    field("(select system_identifier from pg_control_system())", Long.class)))
            .from(REFRESH_CURSOR)
            .fetchSingle();
    if (Boolean.TRUE.equals(cursor.value3())) {
      return CheckResult.warning(
          SUBJECT,
          "this is a copy of another cluster's database",
          "the next refresh, or serve, derives calls and statistics anew");
    }
    return of(cursor.value1(), Objects.requireNonNull(cursor.value2()), clock.instant());
  }

  /**
   * What has waited for more than 5 min is a warning, for more than a day has failed.
   *
   * @param last when the last refresh ended; null before the first
   * @param isBehind something waits for the next one
   */
  static CheckResult of(@Nullable Instant last, boolean isBehind, Instant now) {
    if (!isBehind) {
      return CheckResult.ok(SUBJECT, "calls and statistics are up to date");
    }
    if (last == null) {
      return CheckResult.warning(SUBJECT, "notifications wait for the first one", ADVICE);
    }
    Duration since = Duration.between(last, now);
    String sentence = "notifications wait, the last one was " + RelativeTime.words(since);
    if (since.compareTo(LONG) > 0) {
      return CheckResult.failed(SUBJECT, sentence, ADVICE);
    }
    return since.compareTo(NOTEWORTHY) > 0
        ? CheckResult.warning(SUBJECT, sentence, ADVICE)
        : CheckResult.ok(SUBJECT, sentence);
  }

  /** By the index that serves the refresh. */
  private static Condition isNotTaken() {
    return exists(
        selectOne()
            .from(NOTIFICATION)
            .where(
                DSL.row(NOTIFICATION.INGEST_XID, NOTIFICATION.ID)
                    .gt(REFRESH_CURSOR.INGEST_XID, REFRESH_CURSOR.NOTIFICATION_ID)));
  }
}
