package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The local dates that a report tells of, {@code [from, until)}.
 *
 * @param zone the source's
 */
public record Period(LocalDate from, LocalDate until, ZoneId zone) {

  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "period not possible: it has at least one date, was %s to %s".formatted(from, until));
    }
  }

  public Period(DateRange dates, ZoneId zone) {
    this(dates.from(), dates.until(), zone);
  }

  /** One local date. */
  public static Period of(LocalDate date, ZoneId zone) {
    return new Period(date, date.plusDays(1), zone);
  }

  /** The dates without their zone. */
  public DateRange dates() {
    return new DateRange(from, until);
  }

  /** Its first instant. */
  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant after it; a day takes 23, 24 or 25 hours. */
  public Instant end() {
    return until.atStartOfDay(zone).toInstant();
  }

  /** Its last date. */
  public LocalDate lastDate() {
    return until.minusDays(1);
  }

  /** How many dates it has. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, until);
  }

  /** Whether it is one date. */
  public boolean isDay() {
    return days() == 1;
  }

  /** Whether nothing of it is still to come at {@code instant}. */
  public boolean isOverAt(Instant instant) {
    return !instant.isBefore(end());
  }
}
