package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.sql.NearestNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A word of a command line that its command does not know.
 *
 * @param command the command that got it
 */
record UnknownWord(CommandLine command, String word) {

  /** Hyphens, and the dashes that word processors and messengers put in their place. */
  private static final Pattern OPTION =
      Pattern.compile("[-\u2010-\u2015\u2212]+([^-=\\d\\s][^=]*)(=.*)?");

  private static final String HYPHENS = "--";

  /** What users of other programs type. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("help", "--help"),
          Map.entry("version", "--version"),
          Map.entry("start", "serve"),
          Map.entry("run", "serve"),
          Map.entry("server", "serve"),
          Map.entry("status", "check"),
          Map.entry("test", "check"),
          Map.entry("config", "check"),
          Map.entry("managers", "directory"),
          Map.entry("lines", "directory"),
          Map.entry("query", "sql"),
          Map.entry("sources", "source list"),
          Map.entry("mail", "mail-test"),
          Map.entry("update", "refresh"),
          Map.entry("rebuild", "refresh --rebuild"));

  /** The first word that looks like an option, but is none of the command. */
  static Optional<UnknownWord> option(CommandLine command, String... words) {
    Set<String> known = command.getCommandSpec().optionsMap().keySet();
    return Arrays.stream(words)
        .filter(word -> OPTION.matcher(word).matches())
        .filter(word -> !known.contains(word.split("=", 2)[0]))
        .filter(word -> known.stream().noneMatch(name -> isShort(name) && word.startsWith(name)))
        .findFirst()
        .map(word -> new UnknownWord(command, word));
  }

  private static boolean isShort(String option) {
    return !option.startsWith(HYPHENS);
  }

  Message problem() {
    Matcher option = OPTION.matcher(word);
    if (option.matches()) {
      return unknownOption(HYPHENS + option.group(1));
    }
    return command.getSubcommands().isEmpty() ? unexpected() : unknownCommand();
  }

  private Message unknownOption(String meant) {
    return example(meant)
        .map(example -> Message.of("usage.option_before_command", word, example))
        .orElseGet(() -> guess("usage.unknown_option", meant, options(), options()));
  }

  /** The last subcommand that has the option, with the option; empty if none has it. */
  private Optional<String> example(String option) {
    return command.getSubcommands().values().stream()
        .filter(each -> each.getCommandSpec().optionsMap().containsKey(option))
        .map(each -> each.getCommandSpec().qualifiedName() + " " + option)
        .reduce((one, other) -> other);
  }

  private Message unknownCommand() {
    Set<String> commands = command.getSubcommands().keySet();
    String synonym = command.getParent() == null ? SYNONYMS.get(word) : null;
    if (synonym != null) {
      return Message.of("usage.unknown_command", word, Message.of("usage.meant", synonym));
    }
    List<String> known = new ArrayList<>(commands);
    command.getSubcommands().values().forEach(group -> addAll(group, known));
    return guess("usage.unknown_command", word, known, commands);
  }

  private static void addAll(CommandLine group, List<String> known) {
    group.getSubcommands().keySet().forEach(name -> known.add(group.getCommandName() + " " + name));
  }

  private Message unexpected() {
    List<PositionalParamSpec> known =
        command.getCommandSpec().positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .toList();
    if (known.isEmpty()) {
      return Message.of("usage.no_argument", word);
    }
    String labels = known.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" "));
    return takesMore(known)
        ? Message.of("configuration.at", labels, Message.of("usage.integer", word))
        : Message.of("usage.too_many", word, labels);
  }

  /** Whether another argument would be taken if it were a number. */
  private static boolean takesMore(List<PositionalParamSpec> known) {
    return known.stream()
        .anyMatch(each -> each.arity().isVariable() && each.auxiliaryTypes()[0].equals(Long.class));
  }

  private Set<String> options() {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::longestName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Asks for the nearest names, or lists those that exist where none is near. */
  private Message guess(
      String key, String meant, Collection<String> known, Collection<String> listed) {
    NearestNames nearest = new NearestNames(meant);
    return Message.of(
        key,
        word,
        nearest.isAnyNear(known)
            ? nearest.question(known)
            : Message.of("usage.known", String.join(", ", listed)));
  }
}
