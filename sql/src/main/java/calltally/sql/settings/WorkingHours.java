package calltally.sql.settings;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * When a source works; without shifts its working hours are not known.
 *
 * @param holidays local dates on which no shift starts, of lines neither
 * @param lines the shifts of each line that has working hours of its own, by its number
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

  /** Of a source whose lines all work when it does. */
  public WorkingHours(Set<Shift> shifts, Set<LocalDate> holidays) {
    this(shifts, holidays, Map.of());
  }

  /** The same of the source, but without hours of lines. */
  WorkingHours ofSourceAlone() {
    return new WorkingHours(shifts, holidays);
  }
}
