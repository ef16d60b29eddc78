package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;

import calltally.reporting.report.Comparison.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * What the figures of a period are compared with: those of a date, or of few in a daily report,
 * with the same of the last four weeks, others with the period before. Call-backs are judged as
 * long after each of them as the report is after its own. A period that is not over, and one whose
 * period before is not known from its first date on, are compared with nothing: their counts would
 * only tell how much of the time is lacking.
 */
record SelectComparison(Head head) {

  private static final int DAYS_OF_WEEK = 7;

  Optional<Comparison> run(DSLContext sql) {
    return head.period().isOverAt(head.generatedAt()) ? ofWhole(sql) : Optional.empty();
  }

  private Optional<Comparison> ofWhole(DSLContext sql) {
    DateRange dates = head.period().dates();
    boolean isFewDays = head.kind() == ReportKind.DAILY && dates.days() <= DAYS_OF_WEEK;
    if (head.period().isDay() || isFewDays) {
      return compared(Basis.USUAL_WEEKDAY, PeriodLength.DAY.usual(dates), sql);
    }
    PeriodBefore before = PeriodBefore.of(dates);
    return isKnownFrom(before.dates().from(), sql)
        ? compared(before.basis(), List.of(before.dates()), sql)
        : Optional.empty();
  }

  /** Empty when none of the periods has data; those without are left out. */
  private Optional<Comparison> compared(Basis basis, List<DateRange> periods, DSLContext sql) {
    List<Totals> totals =
        periods.stream()
            .filter(period -> hasData(period, sql))
            .map(period -> totals(period, sql))
            .toList();
    return totals.isEmpty() ? Optional.empty() : Optional.of(Comparison.mean(basis, totals));
  }

  /** Whether anything was received on that date or earlier. */
  private boolean isKnownFrom(LocalDate first, DSLContext sql) {
    return sql.fetchExists(
        DATA_QUALITY,
        DATA_QUALITY
            .SOURCE
            .eq(head.scope().source())
            .and(DATA_QUALITY.LOCAL_DATE.le(first))
            .and(DATA_QUALITY.NOTIFICATIONS.gt(0)));
  }

  private boolean hasData(DateRange dates, DSLContext sql) {
    Set<?> withData = new SelectDatesReceived(head.scope().source(), dates).run(sql);
    return !withData.isEmpty();
  }

  private Totals totals(DateRange dates, DSLContext sql) {
    Instant judgedAt =
        dates.seenLike(head.period().dates(), head.generatedAt(), head.period().zone());
    return new SelectTotals(new Figures(head.scope(), dates), judgedAt).run(sql);
  }
}
