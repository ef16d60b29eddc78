package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.sql.NearestNames;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line; picocli's own sentences exist in English only. */
final class UsageError {

  private static final Pattern EXCLUSIVE = Pattern.compile("Error: (.+) are mutually exclusive.*");

  /** What values of a type must be, where picocli or Java would say it in English. */
  private static final Map<Class<?>, String> RULES =
      Map.of(
          Charset.class, "usage.charset",
          Long.class, "usage.integer",
          int.class, "usage.integer",
          Integer.class, "usage.integer");

  private UsageError() {}

  /**
   * The sentence for an exception.
   *
   * @param words the command line
   */
  static Message of(ParameterException e, String... words) {
    if (e instanceof UsageException explained) {
      return explained.explanation();
    }
    if (e instanceof MissingCommandException) {
      return missingCommand(e.getCommandLine());
    }
    Optional<UnknownWord> option = UnknownWord.option(e.getCommandLine(), words);
    return option.isPresent() ? option.get().problem() : problem(e);
  }

  private static Message problem(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return new UnknownWord(e.getCommandLine(), unmatched.getUnmatched().get(0)).problem();
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (e instanceof OverwrittenOptionException repeated) {
      return Message.of("usage.repeated", name(repeated.getOverwritten()));
    }
    if (isSwitch(e.getArgSpec())) {
      return Message.of("usage.without_value", name(e.getArgSpec()), String.valueOf(e.getValue()));
    }
    return e.getArgSpec() == null || e.getValue() == null
        ? other(String.valueOf(e.getMessage()))
        : Message.of("configuration.at", name(e.getArgSpec()), rule(e, e.getArgSpec()));
  }

  private static boolean isSwitch(@Nullable ArgSpec argument) {
    return argument != null && argument.auxiliaryTypes()[0] == boolean.class;
  }

  private static Message other(String message) {
    Matcher exclusive = EXCLUSIVE.matcher(message);
    return exclusive.matches()
        ? Message.of("usage.exclusive", exclusive.group(1))
        : Message.verbatim(message);
  }

  private static Message missingCommand(CommandLine group) {
    return group.getParent() == null
        ? Message.of("usage.first_steps")
        : Message.of(
            "usage.no_command_of_group", String.join(", ", group.getSubcommands().keySet()));
  }

  private static Message missing(List<ArgSpec> arguments) {
    return arguments.get(0) instanceof OptionSpec option
        ? Message.of("usage.missing_value", option.longestName(), label(option))
        : Message.of(
            "usage.missing_argument",
            arguments.stream().map(UsageError::label).collect(Collectors.joining(" ")));
  }

  /** Our converters explain themselves, in the user's language. */
  private static Message rule(ParameterException e, ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      List<String> values = values(type);
      return near("configuration.rule.one_of", String.join(", ", values), e.getValue(), values);
    }
    if (type == ZoneId.class) {
      return near(
          "configuration.rule.zone", "", e.getValue(), List.copyOf(ZoneId.getAvailableZoneIds()));
    }
    String rule = argument.type() == Map.class ? "usage.pair" : RULES.get(type);
    return rule == null
        ? Message.verbatim(String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()))
        : Message.of(rule, e.getValue());
  }

  private static Message near(String rule, String allowed, String value, List<String> known) {
    return Message.of(
        "usage.near",
        Message.of("configuration.was", Message.of(rule, allowed), value),
        new NearestNames(value).question(known));
  }

  private static List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : label(argument);
  }

  /** Of an option without a label of its own, picocli makes one in angle brackets. */
  private static String label(ArgSpec argument) {
    return argument.paramLabel().replaceAll("[<>]", "").toUpperCase(Locale.ROOT);
  }
}
