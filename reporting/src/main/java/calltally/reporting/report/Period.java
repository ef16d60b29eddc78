package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local date that a report tells of.
 *
 * @param zone the source's
 */
public record Period(LocalDate date, ZoneId zone) {

  /** Its first instant. */
  public Instant start() {
    return date.atStartOfDay(zone).toInstant();
  }

  /** The first instant after it; 23, 24 or 25 hours later. */
  public Instant end() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whether nothing of it is still to come at {@code instant}. */
  public boolean isOverAt(Instant instant) {
    return !instant.isBefore(end());
  }
}
