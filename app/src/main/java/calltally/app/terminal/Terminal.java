package calltally.app.terminal;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether the output goes to a terminal, as the launcher found: Java cannot check each stream.
 *
 * @param isOut standard output is a terminal
 * @param isErr standard error is a terminal
 * @param columns characters per line of the terminal; empty if unknown
 */
public record Terminal(boolean isOut, boolean isErr, OptionalInt columns) {

  public static final Terminal NONE = new Terminal(false, false, OptionalInt.empty());

  /**
   * Reads what the launcher passes.
   *
   * @param streams comma-separated: out, err
   */
  public static Terminal of(String streams, Map<String, String> environment) {
    Set<String> terminals = Set.of(streams.split(",", -1));
    String columns = environment.getOrDefault("COLUMNS", "");
    return new Terminal(
        terminals.contains("out"),
        terminals.contains("err"),
        terminals.contains("out") && columns.matches("[1-9]\\d{0,4}")
            ? OptionalInt.of(Integer.parseInt(columns))
            : OptionalInt.empty());
  }
}
