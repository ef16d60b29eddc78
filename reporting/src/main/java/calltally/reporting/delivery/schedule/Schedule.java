package calltally.reporting.delivery.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A recurring time, written as {@code daily 08:00}, {@code weekdays 08:00}, {@code weekly mon
 * 08:00}, {@code weekly mon,thu 08:00} or {@code monthly 1 08:00}.
 *
 * <p>It occurs once on each of its dates, whatever the clocks do. Where the clock skips its time,
 * it occurs at the first instant afterwards; where the clock shows it twice, at the first of the
 * two.
 *
 * @param time local time in a zone given separately
 */
public record Schedule(ScheduleDays days, LocalTime time) {

  /**
   * Parses a schedule.
   *
   * @throws IllegalArgumentException when the text is not a schedule; the message states the rule
   */
  public static Schedule parse(String text) {
    return new ScheduleText(text).schedule();
  }

  /** The instant at which it occurs on one of its dates. */
  Instant on(LocalDate date, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(date.atTime(time));
    return change != null && change.isGap()
        ? change.getInstant()
        : date.atTime(time).atZone(zone).toInstant();
  }

  /** Its latest date whose instant is not after {@code now}. */
  LocalDate latest(Instant now, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(now, zone).plusDays(1);
    while (!days.include(date) || on(date, zone).isAfter(now)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /** Its last date before the given one. */
  LocalDate before(LocalDate date) {
    LocalDate earlier = date.minusDays(1);
    while (!days.include(earlier)) {
      earlier = earlier.minusDays(1);
    }
    return earlier;
  }

  /** Its first date after the given one. */
  LocalDate after(LocalDate date) {
    LocalDate later = date.plusDays(1);
    while (!days.include(later)) {
      later = later.plusDays(1);
    }
    return later;
  }

  /** The text from which {@link #parse} reads the same schedule. */
  @Override
  public String toString() {
    return ScheduleText.of(this).text();
  }
}
