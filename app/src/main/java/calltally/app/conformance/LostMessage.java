package calltally.app.conformance;

import static java.util.stream.Collectors.toMap;

import calltally.exchange.field.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What may not happen when one message of a scenario never arrives: something is made up. */
final class LostMessage {

  private LostMessage() {}

  /**
   * A call may be missing or unfinished, but not turn into its opposite, nor fall apart; no attempt
   * more, none answered by somebody else.
   */
  static List<String> differences(Scenario scenario, List<Fields> calls, List<Fields> attempts) {
    List<String> differences = new ArrayList<>();
    if (scenario.lossless()) {
      addCalls(scenario, calls, differences);
    }
    for (Fields attempt : attempts) {
      if (scenario.attempts().rows().stream().noneMatch(whole -> isOf(attempt, whole))) {
        differences.add(
            "attempt not expected: %s %s"
                .formatted(attempt.text("manager_number").orElse("-"), outcome(attempt)));
      }
    }
    return differences;
  }

  private static void addCalls(Scenario scenario, List<Fields> calls, List<String> differences) {
    Map<String, Fields> known =
        scenario.calls().rows().stream().collect(toMap(LostMessage::id, Function.identity()));
    for (Fields call : calls) {
      Fields whole = known.get(id(call));
      if (whole == null) {
        differences.add("call not expected: " + id(call));
      } else if (!isLike(whole, call)) {
        differences.add(
            "outcome of call %s must be %s or unfinished (was %s)"
                .formatted(id(call), outcome(whole), outcome(call)));
      }
    }
  }

  private static boolean isLike(Fields whole, Fields call) {
    return outcome(call).equals(outcome(whole)) || outcome(call).equals("unfinished");
  }

  private static boolean isOf(Fields attempt, Fields whole) {
    boolean isAnswered = outcome(attempt).equals("answered");
    return attempt.text("manager_number").equals(whole.text("manager_number"))
        && (!isAnswered || outcome(whole).equals("answered"));
  }

  private static String id(Fields row) {
    return row.text("pbx_id").orElse("");
  }

  private static String outcome(Fields row) {
    return row.text("outcome").orElse("");
  }
}
