package calltally.sql.settings;

import java.util.Map;

/**
 * The call-back deadlines of a source.
 *
 * @param departments what differs for the lines of a department, by its name
 * @param lines what differs for a line, by its number; stronger than its department
 */
public record CallbackRules(
    CallbackRule source, Map<String, CallbackRule> departments, Map<String, CallbackRule> lines) {

  /** No deadlines. */
  public static final CallbackRules NONE = new CallbackRules(CallbackRule.NONE, Map.of(), Map.of());

  public CallbackRules {
    departments = Map.copyOf(departments);
    lines = Map.copyOf(lines);
  }
}
