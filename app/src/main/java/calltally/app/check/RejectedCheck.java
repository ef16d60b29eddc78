package calltally.app.check;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.REJECTED;
import static org.jooq.impl.DSL.count;

import calltally.app.terminal.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What the exchanges sent in the last 24 hours that could not become a notification. */
record RejectedCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.REJECTED;
  private static final Duration RECENT = Duration.ofHours(24);

  /** One, or one for each source that sent any; imports report theirs themselves. */
  public List<CheckResult> results() {
    List<CheckResult> found = found();
    return found.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.rejected.none")))
        : found;
  }

  private List<CheckResult> found() {
    return DSL.using(database, SQLDialect.POSTGRES)
        .select(SOURCE.NAME, count())
        .from(REJECTED)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(REJECTED.SOURCE_ID))
        .where(REJECTED.RECEIVED_AT.gt(clock.instant().minus(RECENT)))
        .and(REJECTED.CHANNEL.eq("http"))
        .and(REJECTED.REPLAYED_AT.isNull())
        .groupBy(SOURCE.NAME)
        .orderBy(SOURCE.NAME)
        .fetch(row -> of(row.value1(), row.value2()));
  }

  private static CheckResult of(String source, int requests) {
    return CheckResult.warning(
        SUBJECT,
        Message.counted("check.rejected.some", requests, source),
        Message.of("check.rejected.advice"));
  }
}
