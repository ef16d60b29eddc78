package calltally.app.command;

import calltally.app.terminal.Message;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** What values of a type must be, where picocli or a converter would say it in English. */
  private static final Map<Class<?>, String> RULES =
      Map.of(
          Charset.class, "usage.charset",
          int.class, "usage.integer",
          Integer.class, "usage.integer");

  private UsageError() {}

  static Message of(ParameterException e) {
    if (e instanceof UsageException explained) {
      return explained.explanation();
    }
    if (e instanceof MissingCommandException) {
      return missingCommand(e.getCommandLine());
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return Message.of("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
    }
    if (e instanceof MissingParameterException missing) {
      return Message.of("usage.missing", names(missing.getMissing()));
    }
    if (e instanceof OverwrittenOptionException repeated) {
      return Message.of("usage.repeated", name(repeated.getOverwritten()));
    }
    return e.getArgSpec() == null || e.getValue() == null
        ? other(e)
        : Message.of("configuration.at", name(e.getArgSpec()), rule(e, e.getArgSpec()));
  }

  private static Message other(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    Matcher exclusive = EXCLUSIVE.matcher(message);
    return exclusive.matches()
        ? Message.of("usage.exclusive", exclusive.group(1))
        : Message.verbatim(message);
  }

  /** Names the commands of a group; the program itself has too many. */
  private static Message missingCommand(CommandLine group) {
    return group.getParent() == null
        ? Message.of("usage.no_command")
        : Message.of(
            "usage.no_command_of_group", String.join(", ", group.getSubcommands().keySet()));
  }

  /** Our converters explain themselves, in the user's language. */
  private static Message rule(ParameterException e, ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return Message.of("configuration.was", oneOf(type), e.getValue());
    }
    String rule = argument.type() == Map.class ? "usage.pair" : RULES.get(type);
    return rule == null
        ? Message.verbatim(String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()))
        : Message.of(rule, e.getValue());
  }

  private static Message oneOf(Class<?> type) {
    return Message.of(
        "configuration.rule.one_of",
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(UsageError::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
