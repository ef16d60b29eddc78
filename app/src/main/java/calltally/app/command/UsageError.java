package calltally.app.command;

import calltally.app.terminal.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line; picocli's own sentences exist in English only. */
final class UsageError {

  private UsageError() {}

  static Message of(ParameterException e) {
    if (e instanceof MissingCommandException) {
      return missingCommand(e.getCommandLine());
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return Message.of("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
    }
    if (e instanceof MissingParameterException missing) {
      return Message.of("usage.missing", names(missing.getMissing()));
    }
    return e.getArgSpec() != null && e.getCause() instanceof TypeConversionException cause
        ? Message.of("configuration.at", name(e.getArgSpec()), rule(e, e.getArgSpec(), cause))
        : Message.verbatim(String.valueOf(e.getMessage()));
  }

  /** Names the commands of a group; the program itself has too many. */
  private static Message missingCommand(CommandLine group) {
    return group.getParent() == null
        ? Message.of("usage.no_command")
        : Message.of(
            "usage.no_command_of_group", String.join(", ", group.getSubcommands().keySet()));
  }

  /** Converters explain themselves; picocli does not know the words for an enumeration. */
  private static Message rule(ParameterException e, ArgSpec argument, TypeConversionException own) {
    Class<?> type = argument.auxiliaryTypes()[0];
    return type.isEnum()
        ? Message.of("configuration.was", oneOf(type), String.valueOf(e.getValue()))
        : Message.verbatim(String.valueOf(own.getMessage()));
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
