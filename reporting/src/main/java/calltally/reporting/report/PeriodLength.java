package calltally.reporting.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Length of a report's period, and the earlier dates its figures are compared with.
 *
 * <p>Source: section 6 of the definitions.
 */
public enum PeriodLength {
  DAY {
    @Override
    public DateRange containing(LocalDate date) {
      return DateRange.of(date);
    }

    @Override
    public DateRange before(DateRange day) {
      return DateRange.of(day.from().minusWeeks(1));
    }

    @Override
    public List<DateRange> sameWeekdaysBefore(DateRange day) {
      return IntStream.rangeClosed(1, USUAL_WEEKS)
          .mapToObj(
              weeks -> new DateRange(day.from().minusWeeks(weeks), day.until().minusWeeks(weeks)))
          .toList();
    }
  },
  WEEK {
    @Override
    public DateRange containing(LocalDate date) {
      LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return new DateRange(monday, monday.plusWeeks(1));
    }
  },
  MONTH {
    @Override
    public DateRange containing(LocalDate date) {
      LocalDate first = date.withDayOfMonth(1);
      return new DateRange(first, first.plusMonths(1));
    }
  };

  private static final int USUAL_WEEKS = 4;

  /** The day, ISO week or month that contains the date. */
  public abstract DateRange containing(LocalDate date);

  /** The same day a week earlier, the previous week or the previous month. */
  public DateRange before(DateRange period) {
    return containing(period.from().minusDays(1));
  }

  /**
   * The same dates of the last four weeks, latest first, for up to seven days; none for a week or
   * month. The mean leaves out those without data.
   */
  public List<DateRange> sameWeekdaysBefore(DateRange period) {
    return List.of();
  }
}
