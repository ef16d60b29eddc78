package calltally.app.check;

import calltally.app.terminal.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule of a sum in words, as {@code stats.broken_sum} writes it. */
final class SumRule {

  private static final Pattern FIGURE =
      Pattern.compile("(\\S+): (\\S+) as in the calls(?: and attempts, of (.+))?");
  private static final Pattern ATTEMPTS =
      Pattern.compile("attempts = sum of their outcomes, of (.+)");

  private SumRule() {}

  /** The rule to be translated; one that is not known stays as it is. */
  static Message of(String rule) {
    Matcher figure = FIGURE.matcher(rule);
    if (figure.matches()) {
      return figure.group(3) == null
          ? Message.of("check.sums.rule.calls", figure.group(1), figure.group(2))
          : Message.of(
              "check.sums.rule.attempts", figure.group(1), figure.group(2), figure.group(3));
    }
    Matcher attempts = ATTEMPTS.matcher(rule);
    return attempts.matches()
        ? Message.of("check.sums.rule.manager", attempts.group(1))
        : ofTotal(rule);
  }

  private static Message ofTotal(String rule) {
    return switch (rule) {
      case "incoming = answered + missed + unfinished" -> Message.of("check.sums.rule.incoming");
      case "missed = sum of its reasons" -> Message.of("check.sums.rule.missed");
      case "calls answered over managers = answered incoming calls with a known manager" ->
          Message.of("check.sums.rule.managers");
      case "answered calls with a known manager = those with an answered attempt of that manager" ->
          Message.of("check.sums.rule.answered");
      default -> Message.verbatim(rule);
    };
  }
}
