package calltally.reporting.call.fold;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The working hours of a source, in local time.
 *
 * @param shifts none when no working hours are configured
 * @param holidays local dates on which no shift starts, for the source and all its lines
 * @param lines the shifts of each line that has working hours of its own
 */
public record ShiftCalendar(
    List<Shift> shifts, Set<LocalDate> holidays, Map<String, List<Shift>> lines) {

  static final ShiftCalendar NOT_CONFIGURED = new ShiftCalendar(List.of(), Set.of(), Map.of());

  public ShiftCalendar {
    shifts = List.copyOf(shifts);
    holidays = Set.copyOf(holidays);
    lines = Map.copyOf(lines);
  }

  /**
   * Whether a shift {@code [from, to)} of the line, else of the source, covers the local time. A
   * shift past midnight belongs to the day on which it starts.
   *
   * @param line null when unknown
   * @return null without configured working hours
   */
  @Nullable Boolean cover(@Nullable String line, LocalDateTime local) {
    List<Shift> own = line == null ? null : lines.get(line);
    List<Shift> valid = own == null ? shifts : own;
    return valid.isEmpty() ? null : anyOf(valid, local);
  }

  private boolean anyOf(List<Shift> shifts, LocalDateTime local) {
    LocalDate day = local.toLocalDate();
    return startedOn(day, shifts, local) || startedOn(day.minusDays(1), shifts, local);
  }

  private boolean startedOn(LocalDate day, List<Shift> shifts, LocalDateTime local) {
    return !holidays.contains(day)
        && shifts.stream()
            .filter(shift -> shift.weekday() == day.getDayOfWeek())
            .anyMatch(shift -> shift.covers(day, local));
  }

  /**
   * One shift on a day of the week.
   *
   * @param to excluded; not after {@code from} means on the next day
   */
  public record Shift(DayOfWeek weekday, LocalTime from, LocalTime to) {

    private boolean covers(LocalDate day, LocalDateTime local) {
      LocalDateTime start = day.atTime(from);
      LocalDateTime end = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
      return !local.isBefore(start) && local.isBefore(end);
    }
  }
}
