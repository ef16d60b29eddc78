package calltally.app.configuration;

import calltally.app.terminal.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The blanks and tabs at the beginning of lines, which explain most of what a YAML parser refuses.
 */
record YamlIndentation(List<String> lines) {

  private static final String ITEM = "- ";

  static YamlIndentation of(String text) {
    return new YamlIndentation(text.lines().toList());
  }

  /** The last line up to that one which a tab indents. */
  Optional<Message> tab(int until) {
    for (int line = Math.min(until, lines.size()); line > 0; line--) {
      int tab = blanks(line).indexOf('\t');
      if (tab >= 0 && !isIgnored(line)) {
        return Optional.of(place(line, tab + 1, Message.of("configuration.yaml.tab")));
      }
    }
    return Optional.empty();
  }

  /** What is wrong with the indentation of that line, compared with the lines above it. */
  Optional<Message> deviation(int line) {
    if (line > lines.size() || isIgnored(line)) {
      return Optional.empty();
    }
    int indentation = blanks(line).length();
    TreeSet<Integer> levels = levels(line);
    if (levels.isEmpty() || levels.contains(indentation) || opensLevel(line, levels.last())) {
      return Optional.empty();
    }
    String known = levels.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return Optional.of(
        place(
            line,
            indentation + 1,
            Message.of("configuration.yaml.indented", String.valueOf(indentation), known)));
  }

  /** Whether the line is the first of a level, below a key or a hyphen without a value. */
  private boolean opensLevel(int line, int deepest) {
    int above = line - 1;
    while (isIgnored(above)) {
      above--;
    }
    String key = lines.get(above - 1).replaceFirst("\\s#.*", "").strip();
    return blanks(line).length() > deepest && (key.endsWith(":") || key.endsWith("-"));
  }

  /** The indentations that a line may continue. */
  private TreeSet<Integer> levels(int line) {
    Deque<Integer> levels = new ArrayDeque<>();
    for (int before = 1; before < line; before++) {
      if (!isIgnored(before)) {
        add(levels, before);
      }
    }
    return new TreeSet<>(levels);
  }

  private void add(Deque<Integer> levels, int line) {
    int indentation = blanks(line).length();
    while (!levels.isEmpty() && levels.peek() > indentation) {
      levels.pop();
    }
    levels.push(indentation);
    String rest = lines.get(line - 1).substring(indentation);
    if (rest.startsWith(ITEM)) {
      String item = rest.substring(ITEM.length());
      levels.push(indentation + ITEM.length() + item.length() - item.stripLeading().length());
    }
  }

  private boolean isIgnored(int line) {
    String content = lines.get(line - 1).strip();
    return content.isEmpty() || content.startsWith("#");
  }

  private String blanks(int line) {
    String text = lines.get(line - 1);
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  private static Message place(int line, int column, Message problem) {
    return Message.of("configuration.place", String.valueOf(line), String.valueOf(column), problem);
  }
}
