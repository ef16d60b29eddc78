package calltally.reporting.call;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The local times at which a source works.
 *
 * @param shifts none when no working hours are configured
 * @param holidays local dates on which no shift starts
 */
record WorkingHours(List<Shift> shifts, Set<LocalDate> holidays) {

  static final WorkingHours NOT_CONFIGURED = new WorkingHours(List.of(), Set.of());

  WorkingHours {
    shifts = List.copyOf(shifts);
    holidays = Set.copyOf(holidays);
  }

  boolean isConfigured() {
    return !shifts.isEmpty();
  }

  /**
   * Whether a shift {@code [from, to)} covers the local time; one past midnight is its start's
   * day's.
   */
  boolean cover(LocalDateTime local) {
    return shiftOf(local.toLocalDate(), local) || shiftOf(local.toLocalDate().minusDays(1), local);
  }

  private boolean shiftOf(LocalDate day, LocalDateTime local) {
    return !holidays.contains(day)
        && shifts.stream()
            .filter(shift -> shift.weekday() == day.getDayOfWeek())
            .anyMatch(shift -> shift.covers(day, local));
  }

  /**
   * One shift of a weekday.
   *
   * @param to excluded; not after {@code from} means on the next day
   */
  record Shift(DayOfWeek weekday, LocalTime from, LocalTime to) {

    private boolean covers(LocalDate day, LocalDateTime local) {
      LocalDateTime start = day.atTime(from);
      LocalDateTime end = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
      return !local.isBefore(start) && local.isBefore(end);
    }
  }
}
