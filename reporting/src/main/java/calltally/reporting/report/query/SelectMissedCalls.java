package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.ATTEMPT;
import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_AT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import calltally.sql.jooq.analytics.tables.MissedCallAt;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * The missed calls of the period, oldest first; for a manager, those in which their phone rang
 * unanswered.
 *
 * @param presumed whether the presumed missed calls of known customers are listed too
 */
record SelectMissedCalls(ReportHead head, boolean presumed) {

  List<MissedCall> run(DSLContext sql) {
    Columns columns = Columns.of(head);
    MissedCallAt missed = columns.missed();
    Result<? extends Record> rows =
        sql.select(missed.fields())
            .select(CALL.LOCAL_DATE, CALL.LINE_NAME, CALL.WAIT_SECONDS)
            .select(columns.owner(), columns.listen())
            .select(columns.otherLine().fields())
            .from(missed)
            .join(CALL)
            .on(CALL.SOURCE.eq(missed.SOURCE))
            .and(CALL.PBX_ID.eq(missed.PBX_ID))
            .where(missed.SOURCE.eq(head.scope().source()))
            // The same dates, by an index of their own.
            .and(missed.LOCAL_DATE.ge(head.period().from()))
            .and(missed.LOCAL_DATE.lt(head.period().until()))
            .and(CALL.LOCAL_DATE.ge(head.period().from()))
            .and(CALL.LOCAL_DATE.lt(head.period().until()))
            .and(listed(missed))
            .and(ofScope())
            .orderBy(missed.MISSED_AT, missed.PBX_ID)
            .fetch();
    Map<String, List<String>> rung =
        new SelectManagersRung(head.scope().source(), rows.getValues(missed.PBX_ID)).run(sql);
    return rows.map(
        row -> columns.missedCall(row, rung.getOrDefault(row.get(missed.PBX_ID), List.of())));
  }

  private Condition listed(MissedCallAt missed) {
    Condition isMissed = noCondition().andNot(missed.PRESUMED);
    return presumed ? isMissed.or(missed.CUSTOMER.isNotNull()) : isMissed;
  }

  /** The selected columns, and how a missed call is read from them. */
  private record Columns(
      MissedCallAt missed, Field<String> owner, Field<String> listen, OtherLine otherLine) {

    static Columns of(ReportHead head) {
      String source = head.scope().source();
      MissedCallAt missed = MISSED_CALL_AT(head.generatedAt());
      return new Columns(
          missed,
          new LineOwner(source).of(missed.LINE, CALL.LINE_NAME, CALL.LOCAL_DATE).as("line_owner"),
          coalesce(CALL.VOICEMAIL_URL, CALL.RECORDING_URL).as("listen"),
          OtherLine.of(source, missed));
    }

    MissedCall missedCall(Record row, List<String> rung) {
      boolean isPresumed = row.get(missed.PRESUMED);
      return new MissedCall(
          row.get(CALL.LOCAL_DATE),
          row.get(missed.MISSED_AT),
          row.get(missed.CUSTOMER),
          new DialledLine(row.get(missed.LINE), row.get(CALL.LINE_NAME), row.get(owner)),
          isPresumed ? null : Seconds.orNull(row.get(CALL.WAIT_SECONDS)),
          isPresumed ? null : MissedReason.parse(row.get(missed.MISSED_REASON)),
          rung,
          CallbackState.of(row.get(missed.STATE)),
          Seconds.orNull(row.get(missed.SECONDS_TO_CALLBACK)),
          Seconds.orNull(row.get(missed.SECONDS_TO_CONTACT)),
          otherLine.from(row),
          row.get(missed.CALLED_BACK_BY),
          row.get(listen));
    }
  }

  /** The line that the customer got through on, where it is another one. */
  private record OtherLine(Field<String> number, Field<String> name, Field<String> owner) {

    static OtherLine of(String source, MissedCallAt missed) {
      Field<String> number =
          when(missed.CAME_BACK_ON_LINE.isDistinctFrom(missed.LINE), missed.CAME_BACK_ON_LINE);
      Field<String> name = new LineNameOn(source).of(number, missed.LOCAL_DATE);
      Field<String> owner = new LineOwner(source).of(number, name, missed.LOCAL_DATE);
      return new OtherLine(
          number.as("other_line"), name.as("other_line_name"), owner.as("other_line_owner"));
    }

    List<Field<String>> fields() {
      return List.of(number, name, owner);
    }

    @Nullable DialledLine from(Record row) {
      String line = row.get(number);
      return line == null ? null : new DialledLine(line, row.get(name), row.get(owner));
    }
  }

  private Condition ofScope() {
    Scope scope = head.scope();
    return (scope.lineNumber() == null ? noCondition() : CALL.LINE.eq(scope.lineNumber()))
        .and(scope.department() == null ? noCondition() : CALL.DEPARTMENT.eq(scope.department()))
        .and(scope.manager() == null ? noCondition() : rangUnanswered(scope.manager()));
  }

  private static Condition rangUnanswered(String manager) {
    return exists(
        select(ATTEMPT.PBX_ID)
            .from(ATTEMPT)
            .where(ATTEMPT.SOURCE.eq(CALL.SOURCE))
            .and(ATTEMPT.PBX_ID.eq(CALL.PBX_ID))
            .and(ATTEMPT.MANAGER.eq(manager))
            .and(ATTEMPT.OUTCOME.eq("no_answer")));
  }
}
