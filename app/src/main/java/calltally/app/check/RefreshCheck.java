package calltally.app.check;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.config.Routines.horizonHolder;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static calltally.sql.jooq.ledger.Routines.uncountedSince;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import calltally.app.terminal.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.Record3;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether calls and statistics keep up with the notifications. */
record RefreshCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.REFRESH;
  private static final Duration NOTEWORTHY = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofDays(1);
  private static final Message ADVICE = Message.of("check.refresh.advice");

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
          SUBJECT, Message.of("check.refresh.copy"), Message.of("check.refresh.copy.advice"));
    }
    return heldBack()
        .orElseGet(
            () -> of(cursor.value1(), Objects.requireNonNull(cursor.value2()), clock.instant()));
  }

  private Optional<CheckResult> heldBack() {
    Configuration reader = DSL.using(database, SQLDialect.POSTGRES).configuration();
    Instant uncounted = uncountedSince(reader);
    String holder = horizonHolder(reader);
    return uncounted == null || holder == null
        ? Optional.empty()
        : heldBack(Duration.between(uncounted, clock.instant()), holder);
  }

  /** What an open transaction has held back for more than 5 min has failed. */
  static Optional<CheckResult> heldBack(Duration lag, String holder) {
    return lag.compareTo(NOTEWORTHY) > 0
        ? Optional.of(
            CheckResult.failed(
                SUBJECT,
                Message.of("check.refresh.held", RelativeTime.words(lag), holder),
                Message.of("check.refresh.held.advice")))
        : Optional.empty();
  }

  /**
   * More than 5 min behind is a warning, more than a day has failed.
   *
   * @param last when the last refresh ended; null before the first
   * @param isBehind something waits for the next one
   */
  static CheckResult of(@Nullable Instant last, boolean isBehind, Instant now) {
    if (!isBehind) {
      return CheckResult.ok(SUBJECT, Message.of("check.refresh.ok"));
    }
    if (last == null) {
      return CheckResult.warning(SUBJECT, Message.of("check.refresh.first"), ADVICE);
    }
    Duration since = Duration.between(last, now);
    Message finding = Message.of("check.refresh.behind", RelativeTime.words(since));
    if (since.compareTo(LONG) > 0) {
      return CheckResult.failed(SUBJECT, finding, ADVICE);
    }
    return since.compareTo(NOTEWORTHY) > 0
        ? CheckResult.warning(SUBJECT, finding, ADVICE)
        : CheckResult.ok(SUBJECT, finding);
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
