package calltally.app.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the command lines of {@code calltally} in a document. */
public final class CommandLines {

  private static final Set<String> PROGRAMS = Set.of("./calltally", "calltally");
  private static final Set<String> SHELL = Set.of("", "sh", "bash", "console");
  private static final Pattern MENTION = Pattern.compile("(^|[\\s;&|])(\\./)?calltally(\\s|$)");

  private CommandLines() {}

  /** The arguments of each line in a shell block, as the shell passes them. */
  public static List<List<String>> inBlocks(String document) {
    return inBlocks(MarkdownFile.read(document));
  }

  static List<List<String>> inBlocks(MarkdownFile file) {
    return file.blocks().stream()
        .filter(block -> SHELL.contains(block.language()))
        .flatMap(block -> block.text().replace("\\\n", " ").lines())
        .flatMap(CommandLines::arguments)
        .toList();
  }

  /** The arguments of each command line within a sentence. */
  static List<List<String>> inSentences(MarkdownFile file) {
    return file.spans().stream().flatMap(CommandLines::arguments).toList();
  }

  private static Stream<List<String>> arguments(String line) {
    return MENTION.matcher(line).find()
        ? ShellWords.commands(line).stream().flatMap(CommandLines::ofCalltally)
        : Stream.empty();
  }

  private static Stream<List<String>> ofCalltally(List<String> command) {
    List<String> words = new ArrayList<>(command);
    if (words.get(0).equals("sudo")) {
      words.remove(0);
      if (words.get(0).equals("-u")) {
        words.subList(0, 2).clear();
      }
    }
    return !words.isEmpty() && PROGRAMS.contains(words.get(0))
        ? Stream.of(withoutBuild(words.subList(1, words.size())))
        : Stream.empty();
  }

  /** Drops --build, which the launcher handles itself. */
  private static List<String> withoutBuild(List<String> arguments) {
    return !arguments.isEmpty() && arguments.get(0).equals("--build")
        ? arguments.subList(1, arguments.size())
        : arguments;
  }
}
