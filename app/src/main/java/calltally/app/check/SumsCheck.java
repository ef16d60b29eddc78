package calltally.app.check;

import static calltally.sql.jooq.stats.Tables.BROKEN_SUM;

import calltally.app.terminal.Message;
import calltally.sql.jooq.stats.tables.records.BrokenSumRecord;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Whether all sums add up: calls to their outcomes, days to their hours, managers to the team. */
record SumsCheck(DataSource database) {

  private static final CheckSubject SUBJECT = CheckSubject.SUMS;
  private static final int SHOWN = 10;
  private static final Message ADVICE = Message.of("check.sums.advice");

  /** One, or one for each sum that does not add up, the first ten. */
  public List<CheckResult> results() {
    Result<BrokenSumRecord> broken =
        DSL.using(database, SQLDialect.POSTGRES)
            .selectFrom(BROKEN_SUM)
            .orderBy(BROKEN_SUM.SOURCE_ID, BROKEN_SUM.LOCAL_DATE, BROKEN_SUM.RULE)
            .limit(SHOWN)
            .fetch();
    return broken.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.sums.ok")))
        : broken.map(SumsCheck::result);
  }

  private static CheckResult result(BrokenSumRecord sum) {
    return CheckResult.failed(
        SUBJECT,
        Message.of(
            "check.sums.broken",
            SumRule.of(sum.getRule()),
            String.valueOf(sum.getExpected()),
            String.valueOf(sum.getFound()),
            String.valueOf(sum.getSourceId()),
            String.valueOf(sum.getLocalDate())),
        ADVICE);
  }
}
