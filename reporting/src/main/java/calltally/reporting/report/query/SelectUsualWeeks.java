package calltally.reporting.report.query;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * The same dates of the last four weeks, latest first, those without data and holidays left out;
 * with too few of them, the week before alone, if it is one of them.
 */
record SelectUsualWeeks(String source, int sourceId, DateRange dates) {

  List<DateRange> run(DSLContext sql) {
    List<DateRange> weeks = PeriodLength.DAY.sameWeekdaysBefore(dates);
    Set<LocalDate> holidays = new SelectWorkingHours(sourceId).run(sql).holidays();
    List<DateRange> comparable =
        weeks.stream()
            .filter(week -> hasData(week, sql))
            .filter(week -> week.from().datesUntil(week.until()).noneMatch(holidays::contains))
            .toList();
    return comparable.size() >= Comparison.LEAST_USUAL
        ? comparable
        : comparable.stream().filter(week -> week.equals(weeks.get(0))).toList();
  }

  private boolean hasData(DateRange week, DSLContext sql) {
    return !new SelectDatesReceived(source, week).run(sql).isEmpty();
  }
}
