package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The local dates that a report covers, {@code [from, until)}.
 *
 * @param zone time zone of the source
 */
public record Period(LocalDate from, LocalDate until, ZoneId zone) {

  private static final int DAYS_OF_WEEKS = 28;

  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "cannot make a period: it must have one date or more (was [%s, %s))"
              .formatted(from, until));
    }
  }

  public Period(DateRange dates, ZoneId zone) {
    this(dates.from(), dates.until(), zone);
  }

  public static Period of(LocalDate date, ZoneId zone) {
    return new Period(date, date.plusDays(1), zone);
  }

  /** The dates without their zone. */
  public DateRange dates() {
    return new DateRange(from, until);
  }

  /** The first instant of the period. */
  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant after the period; a day takes 23, 24 or 25 hours. */
  public Instant end() {
    return until.atStartOfDay(zone).toInstant();
  }

  public LocalDate lastDate() {
    return until.minusDays(1);
  }

  /** The number of dates. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, until);
  }

  /** Whether the period is one date. */
  public boolean isDay() {
    return days() == 1;
  }

  /** The first date of the four weeks that end with the period, or of the period if longer. */
  public LocalDate weeksFrom() {
    LocalDate weeks = until.minusDays(DAYS_OF_WEEKS);
    return weeks.isBefore(from) ? weeks : from;
  }

  /** Whether the period has ended by {@code instant}. */
  public boolean isOverAt(Instant instant) {
    return !instant.isBefore(end());
  }
}
