package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.JUDGED_MISSED_CALL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.Scope;
import calltally.reporting.report.Totals;
import calltally.sql.jooq.analytics.tables.JudgedMissedCall;
import calltally.sql.settings.SelectWorkingHours;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The figures a period is compared with: the same dates of the last four weeks for a date, or few
 * in a daily report, those without data and holidays left out; else the period before. Call-backs
 * are judged as long after each of them as the report is after its own. A period that is not over
 * is compared with nothing.
 */
record SelectComparison(ReportHead head, int sourceId) {

  private static final int DAYS_OF_WEEK = 7;

  Optional<Comparison> run(DSLContext sql) {
    return head.period().isOverAt(head.generatedAt()) ? ofWhole(sql) : Optional.empty();
  }

  private Optional<Comparison> ofWhole(DSLContext sql) {
    DateRange dates = head.period().dates();
    boolean isFewDays = head.kind() == ReportKind.DAILY && dates.days() <= DAYS_OF_WEEK;
    if (head.period().isDay() || isFewDays) {
      return weekdays(dates, sql);
    }
    return new SelectPreviousPeriod(head)
        .run(sql)
        .filter(before -> hasData(before.dates(), sql))
        .map(before -> compared(before.basis(), List.of(before.dates()), sql));
  }

  /** What is usual; with too few comparable days, the week before alone. */
  private Optional<Comparison> weekdays(DateRange dates, DSLContext sql) {
    List<DateRange> weeks =
        new SelectUsualWeeks(
                head.scope().source(), dates, new SelectWorkingHours(sourceId).run(sql))
            .run(sql);
    return weeks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            compared(
                weeks.size() >= Comparison.LEAST_USUAL ? Basis.USUAL_WEEKDAY : Basis.WEEK_BEFORE,
                weeks,
                sql));
  }

  private Comparison compared(Basis basis, List<DateRange> periods, DSLContext sql) {
    return Comparison.mean(
        basis,
        periods.stream().map(period -> totals(period, sql)).toList(),
        periods.stream().mapToInt(period -> waiting(period, sql)).sum());
  }

  private boolean hasData(DateRange dates, DSLContext sql) {
    Set<?> withData = new SelectDatesReceived(head.scope().source(), dates).run(sql);
    return !withData.isEmpty();
  }

  private Totals totals(DateRange dates, DSLContext sql) {
    return new SelectTotals(new FigureFunctions(head.scope(), dates), judgedAt(dates)).summed(sql);
  }

  /**
   * Callers of the dates on the call-back list of their time; only counted, so that callers of
   * other dates are not even looked at.
   */
  private int waiting(DateRange dates, DSLContext sql) {
    Instant at = judgedAt(dates);
    JudgedMissedCall missed = JUDGED_MISSED_CALL(at);
    Field<String> state = field(name("state"), String.class);
    Field<Integer> recency = field(name("recency"), Integer.class);
    Table<?> ranked =
        select(missed.STATE.as(state), recency(missed).as(recency))
            .from(missed)
            .where(missed.SOURCE.eq(head.scope().source()))
            .and(missed.LOCAL_DATE.ge(dates.from()))
            .and(missed.LOCAL_DATE.lt(dates.until()))
            .and(missed.MISSED_AT.le(at))
            .and(missed.MISSED_AT.ge(val(at).minus(missed.CALLBACK_WINDOW)))
            .and(missed.CUSTOMER.isNotNull())
            .and(ofScope(missed))
            .asTable("ranked");
    return sql.fetchCount(ranked, recency.eq(1).and(state.in("outstanding", "tried")));
  }

  /** 1 for the last call of each caller. */
  private static Field<Integer> recency(JudgedMissedCall missed) {
    return rowNumber()
        .over(
            partitionBy(missed.CUSTOMER_KEY)
                .orderBy(missed.MISSED_AT.desc(), missed.PBX_ID.collate("C").desc()));
  }

  private Condition ofScope(JudgedMissedCall missed) {
    Scope scope = head.scope();
    return (scope.lineNumber() == null ? noCondition() : missed.LINE.eq(scope.lineNumber()))
        .and(scope.department() == null ? noCondition() : missed.DEPARTMENT.eq(scope.department()));
  }

  private Instant judgedAt(DateRange dates) {
    return dates.seenLike(head.period().dates(), head.generatedAt(), head.period().zone());
  }
}
