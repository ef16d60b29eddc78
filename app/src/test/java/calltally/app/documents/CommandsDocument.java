package calltally.app.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * docs/commands.md: the program's help texts with handwritten notes.
 *
 * <p>Handwritten are the beginning up to the first section, and in each section the text after the
 * mark.
 */
record CommandsDocument(String beginning, Map<String, String> notes) {

  private static final String MARK = "<!-- notes -->\n";
  private static final String SECTION = "\n## ";
  private static final String SHARED = "Options of all commands";

  static CommandsDocument of(String text) {
    String[] parts = text.split(SECTION, -1);
    Map<String, String> notes = new LinkedHashMap<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] halves = part.split(MARK, 2);
      notes.put(part.lines().findFirst().orElse(""), halves.length == 2 ? halves[1] : "");
    }
    return new CommandsDocument(parts[0], notes);
  }

  /** The document with the program's current help texts. */
  String text(CommandLine program) {
    return beginning
        + section(SHARED, table(DescribedCommand.shared(program)))
        + DescribedCommand.all(program).stream()
            .map(command -> section(command.name(), generated(command)))
            .collect(Collectors.joining());
  }

  private String section(String title, String generated) {
    String written = notes.getOrDefault(title, "").strip();
    return SECTION
        + title
        + "\n\n"
        + generated
        + "\n"
        + MARK
        + (written.isEmpty() ? "" : "\n" + written + "\n");
  }

  private static String generated(DescribedCommand command) {
    return command.meaning()
        + "\n\n```text\n"
        + wrapped(command.synopsis())
        + "\n```\n"
        + (command.options().isEmpty() ? "" : "\n" + table(command.options()));
  }

  private static String wrapped(String line) {
    return line.replaceAll("(.{60,100}?) (?=\\[)", "$1\n    ");
  }

  private static String table(List<DescribedOption> options) {
    return options.stream()
        .map(option -> "| %s | %s |\n".formatted(names(option), cell(option.meaning())))
        .collect(Collectors.joining("", "| option | what it does |\n|---|---|\n", ""));
  }

  private static String names(DescribedOption option) {
    return option.names().stream()
        .map(name -> "`" + cell(name) + "`")
        .collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
