package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * The calls a report covers: those of a source, line, department or manager.
 *
 * @param line null for all
 * @param department null for all
 * @param manager null for all
 */
public record Scope(
    String source,
    @Nullable DialledLine line,
    @Nullable String department,
    @Nullable String manager) {

  public static Scope of(String source) {
    return new Scope(source, null, null, null);
  }

  public @Nullable String lineNumber() {
    return line == null ? null : line.number();
  }
}
