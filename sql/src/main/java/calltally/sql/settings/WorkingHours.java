package calltally.sql.settings;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The working hours of a source; unknown without shifts.
 *
 * @param holidays local dates on which no shift starts, of the source or of lines
 * @param lines the shifts of each line with working hours of its own, by number
 */
public record WorkingHours(
    Set<Shift> shifts, Set<LocalDate> holidays, Map<String, Set<Shift>> lines) {

  /** No configured working hours. */
  public static final WorkingHours UNKNOWN = new WorkingHours(Set.of(), Set.of());

  public WorkingHours {
    shifts = Set.copyOf(shifts);
    holidays = Set.copyOf(holidays);
    lines =
        lines.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, line -> Set.copyOf(line.getValue())));
  }

  /** Hours of a source that hold for all its lines. */
  public WorkingHours(Set<Shift> shifts, Set<LocalDate> holidays) {
    this(shifts, holidays, Map.of());
  }

  /** The source's own hours, without those of lines. */
  WorkingHours ofSourceAlone() {
    return new WorkingHours(shifts, holidays);
  }
}
