package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.exchange.text.PhoneNumber;
import calltally.reporting.mail.MailAddress;
import calltally.sql.settings.CallbackRule;
import calltally.sql.settings.CallbackRules;
import calltally.sql.settings.CallbackTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads until when the missed callers of a source must be called back. */
final class CallbackEntry {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final YamlValue entry;
  private final String region;
  private final Duration window;

  /**
   * The value of the key {@code callback}.
   *
   * @param region ISO 3166 region in which the lines' national numbers are read
   * @param window how long a call-back counts: no deadline is later
   */
  CallbackEntry(YamlValue entry, String region, Duration window) {
    this.entry = entry;
    this.region = region;
    this.window = window;
  }

  CallbackRules read() {
    if (entry.isAbsent()) {
      return CallbackRules.NONE;
    }
    YamlValue callback =
        entry.mapping("deadline", "within", "to", "mask_numbers", "departments", "lines");
    CallbackRules rules =
        new CallbackRules(
            rule(callback), departments(callback.get("departments")), lines(callback.get("lines")));
    if (!hasOwnDeadline(rules)) {
      callback.get("deadline").requirePresent();
    }
    return rules;
  }

  /** Whether a department or line has one, so that the source needs none. */
  private static boolean hasOwnDeadline(CallbackRules rules) {
    return Stream.concat(rules.departments().values().stream(), rules.lines().values().stream())
        .anyMatch(rule -> rule.deadline() != null);
  }

  private Map<String, CallbackRule> departments(YamlValue departments) {
    Map<String, CallbackRule> rules = new HashMap<>();
    for (String name : departments.entries().keySet()) {
      rules.put(name, rule(own(departments.get(name))));
    }
    return rules;
  }

  private Map<String, CallbackRule> lines(YamlValue lines) {
    Map<String, CallbackRule> rules = new HashMap<>();
    for (String line : lines.entries().keySet()) {
      YamlValue own = lines.get(line);
      String number = PhoneNumber.normalise(line, region).orElse("");
      if (!DIGIT.matcher(number).find()) {
        own.refuse(Message.of("configuration.hours.number", line));
      } else if (rules.put(number, rule(own(own))) != null) {
        own.refuse(Message.of("configuration.hours.line_twice", number));
      }
    }
    return rules;
  }

  private static YamlValue own(YamlValue entry) {
    return entry.mapping("deadline", "within", "to", "mask_numbers");
  }

  private CallbackRule rule(YamlValue entry) {
    Duration deadline = entry.get("deadline").orNull(ValueRule.DURATION);
    if (deadline != null && (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(window) > 0)) {
      entry.get("deadline").refuse(Message.of("configuration.callback.deadline"));
    }
    return new CallbackRule(
        deadline,
        entry.get("within").orNull(ValueRule.of(CallbackTime.values())),
        entry.get("to").isAbsent() ? null : addresses(entry.get("to")),
        entry.get("mask_numbers").orNull(ValueRule.YES_OR_NO));
  }

  private static List<String> addresses(YamlValue entry) {
    return entry.all(ValueRule.ADDRESS).stream().map(MailAddress::address).distinct().toList();
  }

  /** Notes recipients of a source's call-back deadlines who cannot be mailed to. */
  static void requireMail(YamlValue callback, @Nullable MailEntry mail) {
    requireMailTo(callback.get("to"), mail);
    for (String scope : List.of("departments", "lines")) {
      YamlValue own = callback.get(scope);
      own.entries().keySet().forEach(name -> requireMailTo(own.get(name).get("to"), mail));
    }
  }

  private static void requireMailTo(YamlValue to, @Nullable MailEntry mail) {
    if (to.isAbsent()) {
      return;
    }
    if (mail == null) {
      to.refuse(Message.of("configuration.watch.mail"));
      return;
    }
    to.items().stream()
        .map(item -> item.orNull(ValueRule.ADDRESS))
        .filter(address -> address != null && !mail.allows(address))
        .forEach(address -> to.refuse(Message.of("configuration.domain", String.valueOf(address))));
  }
}
