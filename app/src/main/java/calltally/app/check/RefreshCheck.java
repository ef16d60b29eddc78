package calltally.app.check;

import static calltally.sql.jooq.calls.Routines.cursorIsOfThisCluster;
import static calltally.sql.jooq.calls.Tables.MARKED_CALL;
import static calltally.sql.jooq.config.Routines.horizonHolder;
import static calltally.sql.jooq.ledger.Routines.refreshedAt;
import static calltally.sql.jooq.ledger.Routines.uncountedSince;

import calltally.app.terminal.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Configuration;
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
    Configuration reader = DSL.using(database, SQLDialect.POSTGRES).configuration();
    if (!cursorIsOfThisCluster(reader)) {
      return CheckResult.warning(
          SUBJECT, Message.of("check.refresh.copy"), Message.of("check.refresh.copy.advice"));
    }
    Instant uncounted = uncountedSince(reader);
    boolean isBehind = uncounted != null || reader.dsl().fetchExists(MARKED_CALL);
    return heldBack(uncounted, horizonHolder(reader))
        .orElseGet(() -> of(refreshedAt(reader), isBehind, clock.instant()));
  }

  private Optional<CheckResult> heldBack(@Nullable Instant uncounted, @Nullable String holder) {
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
   * @param last when the last refresh of the slowest slice ended; null before the first
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
}
