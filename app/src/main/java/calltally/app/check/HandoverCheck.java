package calltally.app.check;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.LATE_HANDOVER;

import calltally.app.terminal.Message;
import calltally.sql.jooq.ledger.tables.LateHandover;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;

/** Whether programs and CRMs take over waiting callers. */
record HandoverCheck(DataSource database, InstantSource clock) {

  private static final Duration LATE = Duration.ofMinutes(15);

  /** One for each receiver that is late; none when all is well. */
  List<CheckResult> results() {
    LateHandover late = LATE_HANDOVER(clock.instant(), YearToSecond.valueOf(LATE));
    return DSL.using(database, SQLDialect.POSTGRES)
        .select(SOURCE.NAME, late.RECEIVER, late.CALLERS)
        .from(late)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .orderBy(SOURCE.NAME, late.RECEIVER)
        .fetch(row -> result(row.value1(), row.value2(), row.value3()));
  }

  private static CheckResult result(String source, String receiver, long callers) {
    return CheckResult.failed(
        CheckSubject.HANDOVER,
        Message.counted("check.handover.late", Math.toIntExact(callers), receiver, source),
        Message.of("check.handover.advice", receiver));
  }
}
