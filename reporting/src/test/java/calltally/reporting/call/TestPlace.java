package calltally.reporting.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The place and time of a generated history: around a clock change, or a midnight. */
enum TestPlace {
  WARSAW_IN_AUTUMN("Europe/Warsaw", "2026-10-25T01:00:00Z"),
  WARSAW_IN_SPRING("Europe/Warsaw", "2026-03-29T01:00:00Z"),
  CAIRO_IN_SPRING("Africa/Cairo", "2026-04-23T22:00:00Z"),
  CAIRO_IN_AUTUMN("Africa/Cairo", "2026-10-29T21:00:00Z"),
  KOLKATA("Asia/Kolkata", "2026-10-24T18:30:00Z"),
  MINSK("Europe/Minsk", "2026-10-24T21:00:00Z"),
  /** Where no month has a partition of its own. */
  KATHMANDU_LONG_AGO("Asia/Kathmandu", "2021-10-24T18:15:00Z");

  private final ZoneId zone;
  private final Instant change;

  TestPlace(String zone, String change) {
    this.zone = ZoneId.of(zone);
    this.change = Instant.parse(change);
  }

  ZoneId zone() {
    return zone;
  }

  /** The instant of the change. */
  Instant change() {
    return change;
  }

  LocalDate dateOfChange() {
    return LocalDate.ofInstant(change, zone);
  }

  /** The start of the ten days in which most calls start. */
  Instant start() {
    return change.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(5));
  }
}
