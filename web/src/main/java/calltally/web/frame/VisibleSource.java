package calltally.web.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The source whose calls a page shows. */
public record VisibleSource(int sourceId, String name, ZoneId zone, String region) {

  /** The source's date at that instant. */
  public LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
