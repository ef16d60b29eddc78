package calltally.app.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manager with his numbers, or a line with its one number, as somebody wrote it.
 *
 * @param numbers as written
 * @param from first day; null since ever
 * @param to last day, included; null for ever
 * @param source name of the source that it is about; null when not given
 * @param isWhole all of its values could be read; otherwise it is judged by itself alone
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
}
