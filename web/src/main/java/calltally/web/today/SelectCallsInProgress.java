package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static org.jooq.impl.DSL.noCondition;

import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Scope;
import calltally.reporting.report.query.LineOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The calls that have not ended, latest first; one without an end is given up after 4 hours. */
record SelectCallsInProgress(Scope scope, ZoneId zone, Instant now) {

  private static final Duration LONGEST = Duration.ofHours(4);
  private static final int MOST = 50;

  List<CallInProgress> run(DSLContext sql) {
    return sql.select(
            CALL.STARTED_AT,
            CALL.CUSTOMER,
            CALL.LINE,
            CALL.LINE_NAME,
            new LineOwner(scope.source()).of(CALL.LINE, CALL.LINE_NAME, CALL.LOCAL_DATE),
            CALL.ANSWERED_AT,
            CALL.MANAGER,
            CALL.DIRECTION)
        .from(CALL)
        .where(CALL.SOURCE.eq(scope.source()))
        .and(Recently.started(now.minus(LONGEST), now, zone))
        .and(CALL.ENDED_AT.isNull())
        .and(CALL.OUTCOME.ne("missed"))
        .andNot(CALL.IS_INTERNAL)
        .and(isOf(CALL.LINE, scope.lineNumber()))
        .and(isOf(CALL.DEPARTMENT, scope.department()))
        .and(isOf(CALL.MANAGER, scope.manager()))
        .orderBy(CALL.STARTED_AT.desc(), CALL.PBX_ID)
        .limit(MOST)
        .fetch(
            row ->
                new CallInProgress(
                    row.value1(),
                    row.value2(),
                    new DialledLine(row.value3(), row.value4(), row.value5()),
                    row.value6(),
                    row.value7(),
                    row.value8().equals("incoming")));
  }

  private static Condition isOf(Field<String> column, @Nullable String value) {
    return value == null ? noCondition() : column.eq(value);
  }
}
