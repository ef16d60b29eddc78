package calltally.reporting.report.query;

import calltally.reporting.report.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Cuts a period into calendar weeks. */
final class CalendarWeeks {

  private CalendarWeeks() {}

  static List<Period> of(Period period) {
    List<Period> weeks = new ArrayList<>();
    LocalDate from = period.from();
    while (from.isBefore(period.until())) {
      LocalDate next = monday(from).plusWeeks(1);
      LocalDate until = next.isBefore(period.until()) ? next : period.until();
      weeks.add(new Period(from, until, period.zone()));
      from = until;
    }
    return weeks;
  }

  static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
