package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.Backoff;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Records the result of sending a notice. */
record EndNotice(Notice notice, NotifyResult result, Instant now) {

  private static final int LONGEST_ANSWER = 300;

  void run(DSLContext sql) {
    sql.update(ALARM_NOTICE)
        .set(ALARM_NOTICE.NOTIFIED_AT, result.isTaken() ? now : null)
        .set(ALARM_NOTICE.NEXT_ATTEMPT_AT, next())
        .set(ALARM_NOTICE.ANSWER, answer())
        .where(ALARM_NOTICE.SOURCE_ID.eq(notice.alarm().sourceId()))
        .and(ALARM_NOTICE.ALARM_ID.eq(notice.alarm().id()))
        .and(ALARM_NOTICE.STAGE.eq(notice.stage().toString()))
        .and(ALARM_NOTICE.CHANNEL.eq(notice.receiver()))
        .and(ALARM_NOTICE.NOTIFIED_AT.isNull())
        .execute();
  }

  private @Nullable Instant next() {
    return result.isTaken() || result.isRefused()
        ? null
        : Backoff.TWO_DAYS.next(notice.attempts(), now, result.retryAfter()).orElse(null);
  }

  private String answer() {
    return result.answer().substring(0, Math.min(LONGEST_ANSWER, result.answer().length()));
  }
}
