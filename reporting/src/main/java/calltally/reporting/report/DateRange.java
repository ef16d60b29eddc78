package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A range of local dates, {@code [from, until)}.
 *
 * @param until the first date after the range
 */
public record DateRange(LocalDate from, LocalDate until) {

  private static final int DAYS_OF_WEEK = 7;
  private static final int MOST_WEEKS_BEFORE = 4;

  public DateRange {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "cannot make a range of dates: it must have one date or more (was [%s, %s))"
              .formatted(from, until));
    }
  }

  public static DateRange of(LocalDate date) {
    return new DateRange(date, date.plusDays(1));
  }

  /** The number of dates. */
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
   * As many dates earlier, on the same weekdays: as many weeks before as the range has, four at
   * most. Calls depend on the weekday more than on the day of the month.
   */
  public DateRange onSameWeekdaysBefore() {
    int weeks = Math.min(MOST_WEEKS_BEFORE, (days() + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK);
    return new DateRange(from.minusWeeks(weeks), until.minusWeeks(weeks));
  }

  /**
   * The moment as long after the end of this range as {@code moment} is after that of {@code
   * later}: the same number of days, and the same local time in the zone.
   */
  public Instant seenLike(DateRange later, Instant moment, ZoneId zone) {
    long days = ChronoUnit.DAYS.between(until, later.until);
    return moment.atZone(zone).minusDays(days).toInstant();
  }
}
