package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_MESSAGE;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.Backoff;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Records the result of sending a message. */
record EndMessage(CallerMessage message, NotifyResult result, Instant now) {

  private static final int LONGEST_ANSWER = 300;

  void run(DSLContext sql) {
    sql.update(CALLER_MESSAGE)
        .set(CALLER_MESSAGE.NOTIFIED_AT, result.isTaken() ? now : null)
        .set(CALLER_MESSAGE.NEXT_ATTEMPT_AT, next())
        .set(CALLER_MESSAGE.ANSWER, answer())
        .where(CALLER_MESSAGE.MESSAGE_ID.eq(message.id()))
        .and(CALLER_MESSAGE.NOTIFIED_AT.isNull())
        .execute();
  }

  private @Nullable Instant next() {
    return result.isTaken() || result.isRefused()
        ? null
        : Backoff.TWO_DAYS.next(message.attempts(), now, result.retryAfter()).orElse(null);
  }

  private String answer() {
    return result.answer().substring(0, Math.min(LONGEST_ANSWER, result.answer().length()));
  }
}
