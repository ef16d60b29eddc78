package calltally.reporting.alarm;

import calltally.sql.settings.Shift;
import calltally.sql.settings.WorkingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A source whose feed is monitored.
 *
 * @param id in the database; 0 stands for all sources together
 * @param hours its working hours
 */
record MonitoredSource(int id, String name, ZoneId zone, WorkingHours hours) {

  private static final int EVERY = 0;

  /** All sources together, in the given zone. */
  static MonitoredSource every(ZoneId zone) {
    return new MonitoredSource(EVERY, "", zone, WorkingHours.UNKNOWN);
  }

  boolean isEverySource() {
    return id == EVERY;
  }

  /** Whether the moment lies in working hours; always true when none are configured. */
  boolean isAtWorkAt(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
    return hours.shifts().isEmpty()
        || hours.shifts().stream()
            .anyMatch(
                shift ->
                    isIn(shift, time.toLocalDate(), time)
                        || isIn(shift, time.toLocalDate().minusDays(1), time));
  }

  /** Whether a shift starts on the date and contains the time. */
  private boolean isIn(Shift shift, LocalDate date, LocalDateTime time) {
    LocalDateTime from = date.atTime(shift.from());
    LocalDateTime to = date.atTime(shift.to());
    LocalDateTime until = to.isAfter(from) ? to : to.plusDays(1);
    return shift.weekday() == date.getDayOfWeek()
        && !hours.holidays().contains(date)
        && !time.isBefore(from)
        && time.isBefore(until);
  }
}
