package calltally.app.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command without subcommands, as documents describe it.
 *
 * @param name as typed: {@code directory import}
 * @param options without those that most commands share
 */
record DescribedCommand(String name, String meaning, List<DescribedOption> options) {

  /** All commands, in the order of the program's help. */
  static List<DescribedCommand> all(CommandLine program) {
    List<DescribedOption> shared = shared(program);
    return leaves(program).map(CommandLine::getCommandSpec).map(spec -> of(spec, shared)).toList();
  }

  /** The options that most commands share. */
  static List<DescribedOption> shared(CommandLine program) {
    List<CommandSpec> commands = leaves(program).map(CommandLine::getCommandSpec).toList();
    Map<String, Long> counts =
        commands.stream()
            .flatMap(DescribedOption::of)
            .collect(
                Collectors.groupingBy(DescribedOption::name, TreeMap::new, Collectors.counting()));
    return commands.stream()
        .flatMap(DescribedOption::of)
        .filter(option -> counts.getOrDefault(option.name(), 0L) > commands.size() / 2)
        .distinct()
        .toList();
  }

  private static Stream<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : command.getSubcommands().values().stream().flatMap(DescribedCommand::leaves);
  }

  private static DescribedCommand of(CommandSpec command, List<DescribedOption> shared) {
    return new DescribedCommand(
        command.qualifiedName().split(" ", 2)[1],
        String.join(" ", command.usageMessage().description()),
        DescribedOption.of(command).filter(option -> !shared.contains(option)).toList());
  }

  /** The synopsis, without the options that most commands share. */
  String synopsis() {
    return Stream.concat(
            Stream.of("calltally " + name), options.stream().map(DescribedOption::synopsis))
        .collect(Collectors.joining(" "));
  }
}
