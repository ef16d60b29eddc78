package calltally.app.check;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import calltally.app.terminal.Message;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Whether the journal has its partitions for the months to come. */
record PartitionsCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.PARTITIONS;
  private static final int MOST = 3;
  private static final int LEAST = 1;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'journal.notification_'yyyyMM", Locale.ROOT);

  public CheckResult result() {
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    int ahead = -1;
    while (ahead < MOST && exists(sql, month.plusMonths(ahead + 1))) {
      ahead++;
    }
    return of(ahead);
  }

  /**
   * Less than one month ahead is a warning: notifications of a month without a partition are kept
   * too, but where retention cannot drop them.
   *
   * @param ahead months after this one; -1 when this one is missing
   */
  static CheckResult of(int ahead) {
    if (ahead < LEAST) {
      return CheckResult.warning(
          SUBJECT,
          Message.of(ahead < 0 ? "check.partitions.now" : "check.partitions.next"),
          Message.of("check.partitions.advice"));
    }
    return CheckResult.ok(SUBJECT, Message.counted("check.partitions.ok", ahead));
  }

  private static boolean exists(DSLContext sql, LocalDate month) {
    return sql.select(
            field("to_regclass({0}) is not null", Boolean.class, inline(NAME.format(month))))
        .fetchSingle(0, boolean.class);
  }
}
