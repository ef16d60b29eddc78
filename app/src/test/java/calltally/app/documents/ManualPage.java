package calltally.app.documents;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * The manual page of the Debian package: commands and options are generated, the rest is
 * handwritten.
 */
record ManualPage(String before, String after) {

  private static final String COMMANDS = ".SH COMMANDS\n";
  private static final String NEXT = ".SH EXIT STATUS\n";

  static ManualPage of(String text) {
    return new ManualPage(
        text.substring(0, text.indexOf(COMMANDS)), text.substring(text.indexOf(NEXT)));
  }

  /** The page with the program's current help texts. */
  String text(CommandLine program) {
    return before
        + COMMANDS
        + DescribedCommand.all(program).stream()
            .map(ManualPage::section)
            .collect(Collectors.joining())
        + ".SH OPTIONS\nMost commands take these too.\n"
        + entries(DescribedCommand.shared(program))
        + after;
  }

  private static String section(DescribedCommand command) {
    return ".SS \""
        + roff(command.synopsis()).replace("\"", "\\(dq")
        + "\"\n"
        + roff(command.meaning())
        + "\n"
        + entries(command.options());
  }

  private static String entries(List<DescribedOption> options) {
    return options.stream()
        .map(option -> ".TP\n.B %s\n%s\n".formatted(roff(option.name()), roff(option.meaning())))
        .collect(Collectors.joining());
  }

  /** Escapes a text, so that no line begins like a roff request. */
  private static String roff(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}
