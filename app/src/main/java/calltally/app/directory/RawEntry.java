package calltally.app.directory;

import calltally.sql.settings.ValidityPeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manager with their numbers, or a line with its one number, as written.
 *
 * @param numbers as written
 * @param from first day; null if valid since any time
 * @param to last day, included; null if valid forever
 * @param source the source's name; null if not given
 * @param isWhole all values are readable; if not, it is not compared with other entries
 */
public record RawEntry(
    EntryPosition position,
    EntryKind kind,
    String name,
    @Nullable String department,
    List<String> numbers,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String source,
    boolean isWhole) {

  public RawEntry {
    numbers = numbers.stream().filter(number -> !number.isBlank()).toList();
  }

  ValidityPeriod validity() {
    return ValidityPeriod.ofDays(from, to);
  }
}
