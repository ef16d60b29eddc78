package calltally.sql.settings;

import java.util.Set;

/**
 * Numbers that calls had, normalised like those of the directory.
 *
 * @param managers of those who were rung, talked or placed a call
 * @param lines that customers dialled
 */
public record UsedNumbers(Set<String> managers, Set<String> lines) {

  public UsedNumbers {
    managers = Set.copyOf(managers);
    lines = Set.copyOf(lines);
  }
}
