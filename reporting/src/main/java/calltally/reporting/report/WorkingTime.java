package calltally.reporting.report;

import calltally.sql.settings.Shift;
import calltally.sql.settings.TimeSpan;
import calltally.sql.settings.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The working time of a period as spans, earliest first; none on a holiday or a day off. */
public record WorkingTime(List<TimeSpan> spans) {

  private static final int SECONDS_OF_HOUR = 3600;

  public WorkingTime {
    spans = List.copyOf(spans);
  }

  /** Empty when the source has no configured working hours. */
  public static Optional<WorkingTime> of(WorkingHours hours, Period period) {
    if (hours.shifts().isEmpty()) {
      return Optional.empty();
    }
    TimeSpan day = new TimeSpan(period.start(), period.end());
    List<TimeSpan> spans =
        Stream.of(period.from().minusDays(1), period.from())
            .filter(date -> !hours.holidays().contains(date))
            .flatMap(date -> shiftsOf(hours, date, period))
            .flatMap(span -> span.within(day).stream())
            .sorted(Comparator.comparing(TimeSpan::from))
            .toList();
    return Optional.of(new WorkingTime(spans));
  }

  /** Whether an hour of a weekday is worked, even in part; unknown hours are. */
  static boolean isWorked(WorkingHours hours, DayOfWeek weekday, int hour) {
    return hours.shifts().isEmpty()
        || hours.shifts().stream().anyMatch(shift -> touches(shift, weekday, hour));
  }

  private static boolean touches(Shift shift, DayOfWeek weekday, int hour) {
    int start = hour * SECONDS_OF_HOUR;
    int to = shift.to().toSecondOfDay();
    boolean isOvernight = !shift.to().isAfter(shift.from());
    return shift.weekday() == weekday
        ? shift.from().toSecondOfDay() < start + SECONDS_OF_HOUR && (isOvernight || start < to)
        : isOvernight && shift.weekday().plus(1) == weekday && start < to;
  }

  private static Stream<TimeSpan> shiftsOf(WorkingHours hours, LocalDate date, Period period) {
    return hours.shifts().stream()
        .filter(shift -> shift.weekday() == date.getDayOfWeek())
        .flatMap(shift -> span(shift, date, period).stream());
  }

  private static Optional<TimeSpan> span(Shift shift, LocalDate date, Period period) {
    LocalDate last = shift.to().isAfter(shift.from()) ? date : date.plusDays(1);
    Instant from = date.atTime(shift.from()).atZone(period.zone()).toInstant();
    Instant until = last.atTime(shift.to()).atZone(period.zone()).toInstant();
    return from.isBefore(until) ? Optional.of(new TimeSpan(from, until)) : Optional.empty();
  }
}
