package calltally.sql.source;

import java.time.LocalDate;
import java.util.Set;

/**
 * When a source works; without shifts its working hours are not known.
 *
 * @param holidays local dates on which no shift starts
 */
public record WorkingHours(Set<Shift> shifts, Set<LocalDate> holidays) {

  /** No configured working hours. */
  public static final WorkingHours UNKNOWN = new WorkingHours(Set.of(), Set.of());

  public WorkingHours {
    shifts = Set.copyOf(shifts);
    holidays = Set.copyOf(holidays);
  }
}
