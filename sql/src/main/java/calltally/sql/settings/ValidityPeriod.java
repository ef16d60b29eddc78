package calltally.sql.settings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Local dates {@code [from, until)} on which a directory entry is valid.
 *
 * @param from null for unbounded
 * @param until null for unbounded
 */
public record ValidityPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** All dates. */
  public static final ValidityPeriod ALWAYS = new ValidityPeriod(null, null);

  public ValidityPeriod {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "cannot use directory: dates must be in order (was [%s, %s))".formatted(from, until));
    }
  }

  /** From the first to the last day, both included; null where unbounded. */
  public static ValidityPeriod ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new ValidityPeriod(first, last == null ? null : last.plusDays(1));
  }

  /** Whether the two have a day in common. */
  public boolean overlaps(ValidityPeriod other) {
    return startsBefore(other.until) && other.startsBefore(until);
  }

  /** Whether the day lies in the period. */
  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  private boolean startsBefore(@Nullable LocalDate end) {
    return from == null || end == null || from.isBefore(end);
  }
}
