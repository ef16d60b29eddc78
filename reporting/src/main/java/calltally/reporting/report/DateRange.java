package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Local dates in [from, until).
 *
 * @param until the first date after them
 */
public record DateRange(LocalDate from, LocalDate until) {

  public DateRange {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "dates not possible: from < until, was " + from + " and " + until);
    }
  }

  /** One date. */
  public static DateRange of(LocalDate date) {
    return new DateRange(date, date.plusDays(1));
  }

  /** How many dates it has. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, until);
  }

  /** Its first instant. */
  public Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant after it. */
  public Instant end(ZoneId zone) {
    return until.atStartOfDay(zone).toInstant();
  }

  /**
   * The moment as long after the end of these dates as {@code moment} is after those of {@code
   * later}: as many days and the same time on the clock of the zone.
   */
  public Instant seenLike(DateRange later, Instant moment, ZoneId zone) {
    long days = ChronoUnit.DAYS.between(until, later.until);
    return moment.atZone(zone).minusDays(days).toInstant();
  }
}
