package calltally.sql.settings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Local dates {@code [from, until)} on which an entry of the directory holds.
 *
 * @param from null since ever
 * @param until null for ever
 */
public record ValidityPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** Since ever and for ever. */
  public static final ValidityPeriod ALWAYS = new ValidityPeriod(null, null);

  public ValidityPeriod {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "directory could not be used: dates have to be in order, was [%s, %s)"
              .formatted(from, until));
    }
  }

  /** From the first to the last day, both included; null on a side without an end. */
  public static ValidityPeriod ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new ValidityPeriod(first, last == null ? null : last.plusDays(1));
  }

  /** Whether there is a day on which both hold. */
  public boolean overlaps(ValidityPeriod other) {
    return startsBefore(other.until) && other.startsBefore(until);
  }

  /** Whether it holds on that day. */
  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  private boolean startsBefore(@Nullable LocalDate end) {
    return from == null || end == null || from.isBefore(end);
  }
}
