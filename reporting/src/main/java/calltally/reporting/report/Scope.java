package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * Whose calls a report is about: all of a source, or those of a line, a department or a manager.
 *
 * @param line null for all
 * @param department null for all
 * @param manager null for all
 */
public record Scope(
    String source, @Nullable Line line, @Nullable String department, @Nullable String manager) {

  /** Everything of the source. */
  public static Scope of(String source) {
    return new Scope(source, null, null, null);
  }

  public @Nullable String lineNumber() {
    return line == null ? null : line.number();
  }
}
