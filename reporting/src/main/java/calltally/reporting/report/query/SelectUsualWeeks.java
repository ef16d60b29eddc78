package calltally.reporting.report.query;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import calltally.sql.settings.WorkingHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The same dates of the last four weeks, latest first, those without data and holidays left out;
 * with too few of them, the week before alone, if it is one of them.
 */
record SelectUsualWeeks(String source, DateRange dates, WorkingHours hours) {

  List<DateRange> run(DSLContext sql) {
    List<DateRange> weeks = PeriodLength.DAY.sameWeekdaysBefore(dates);
    Set<LocalDate> received =
        new SelectDatesReceived(
                source, new DateRange(weeks.get(weeks.size() - 1).from(), weeks.get(0).until()))
            .run(sql);
    List<DateRange> comparable =
        weeks.stream()
            .filter(week -> dates(week).anyMatch(received::contains))
            .filter(week -> dates(week).noneMatch(hours.holidays()::contains))
            .toList();
    return comparable.size() >= Comparison.LEAST_USUAL
        ? comparable
        : comparable.stream().filter(week -> week.equals(weeks.get(0))).toList();
  }

  private static Stream<LocalDate> dates(DateRange week) {
    return week.from().datesUntil(week.until());
  }
}
