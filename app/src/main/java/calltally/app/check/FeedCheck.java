package calltally.app.check;

import static calltally.sql.jooq.analytics.Tables.FEED_QUALITY;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import calltally.app.terminal.Message;
import calltally.sql.jooq.analytics.tables.records.FeedQualityRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether each source still sends, by the definition of silence that reports use. */
record FeedCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.FEED;
  private static final Message ADVICE = Message.of("check.feed.advice");

  /** One for each source that takes notifications. */
  public List<CheckResult> results() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    Instant now = clock.instant();
    return sql.select(SOURCE.NAME, SOURCE.ZONE, lastArrival(now))
        .from(SOURCE)
        .where(SOURCE.ACTIVE)
        .orderBy(SOURCE.NAME)
        .fetch(
            row ->
                of(row.value1(), row.value3(), today(sql, row.value1(), row.value2(), now), now));
  }

  /**
   * Silence within working hours is a warning, and so is a source that never sent.
   *
   * @param last when its latest notification arrived; null when it never sent any
   */
  private static CheckResult of(
      String source, @Nullable Instant last, FeedQualityRecord today, Instant now) {
    if (last == null) {
      return CheckResult.warning(SUBJECT, Message.of("check.feed.never", source), ADVICE);
    }
    Message ago = RelativeTime.words(Duration.between(last, now));
    if (Boolean.TRUE.equals(today.getSilent()) || Boolean.TRUE.equals(today.getNoData())) {
      return CheckResult.warning(
          SUBJECT, silent(source, ago, today.getLongestSilenceSeconds()), ADVICE);
    }
    return CheckResult.ok(SUBJECT, Message.of("check.feed.last", source, ago));
  }

  private static Message silent(String source, Message ago, @Nullable BigDecimal seconds) {
    return seconds == null
        ? Message.of("check.feed.silent", source, ago)
        : Message.of("check.feed.silent_for", source, ago, seconds.longValue() / 60);
  }

  private static FeedQualityRecord today(DSLContext sql, String source, String zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(zone));
    return sql.selectFrom(FEED_QUALITY(source, today, today.plusDays(1), now)).fetchSingle();
  }

  /** By the primary key; what is ahead of our clock does not count. */
  private static Field<Instant> lastArrival(Instant now) {
    return DSL.field(
        select(NOTIFICATION.RECEIVED_AT)
            .from(NOTIFICATION)
            .where(NOTIFICATION.SOURCE_ID.eq(SOURCE.SOURCE_ID))
            .and(NOTIFICATION.OCCURRED_AT.gt(inline(Instant.EPOCH)))
            .and(NOTIFICATION.OCCURRED_AT.le(inline(now)))
            .orderBy(NOTIFICATION.OCCURRED_AT.desc())
            .limit(inline(1)));
  }
}
