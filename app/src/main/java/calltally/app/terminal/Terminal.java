package calltally.app.terminal;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the output goes to; the launcher tells, since Java cannot ask for one stream alone.
 *
 * @param isOut standard output is a terminal
 * @param isErr standard error is a terminal
 * @param columns characters in a line of the terminal; empty when not known
 */
public record Terminal(boolean isOut, boolean isErr, OptionalInt columns) {

  public static final Terminal NONE = new Terminal(false, false, OptionalInt.empty());

  /**
   * Reads what the launcher tells.
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
