package calltally.reporting.report.query;

import static org.jooq.impl.DSL.condition;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.Totals;
import calltally.sql.jooq.analytics.tables.WaitingCallers;
import calltally.sql.settings.SelectWorkingHours;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

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

  /** Callers of the dates on the call-back list of their time. */
  private int waiting(DateRange dates, DSLContext sql) {
    WaitingCallers callers = new FigureFunctions(head.scope(), dates).waiting(judgedAt(dates));
    return sql.fetchCount(callers, condition(callers.OF_PERIOD));
  }

  private Instant judgedAt(DateRange dates) {
    return dates.seenLike(head.period().dates(), head.generatedAt(), head.period().zone());
  }
}
