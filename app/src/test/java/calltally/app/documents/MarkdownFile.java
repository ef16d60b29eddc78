package calltally.app.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown file of this repository. */
record MarkdownFile(Path path, String text) {

  static final Path REPOSITORY = Path.of("..");

  private static final Set<String> OTHERS = Set.of("target", ".git", "data", "demo");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^( *)```([^\\n]*)\\n(.*?)^ *```[^\\n]*$");
  private static final Pattern SPAN = Pattern.compile("(?s)(`+)(.+?)\\1");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern NO_PART_OF_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

  /** A fenced code block without its indentation. */
  record Block(String language, String text) {}

  static MarkdownFile read(String first, String... more) {
    return read(REPOSITORY.resolve(Path.of(first, more)));
  }

  private static MarkdownFile read(Path path) {
    try {
      return new MarkdownFile(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Markdown files of the repository. */
  static List<MarkdownFile> all() {
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(MarkdownFile::isOurs)
          .sorted()
          .map(MarkdownFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    for (Path name : file) {
      if (OTHERS.contains(name.toString())) {
        return false;
      }
    }
    return true;
  }

  long lines() {
    return text.lines().count();
  }

  List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new Block(block.group(2).strip(), unindented(block)))
        .toList();
  }

  private static String unindented(MatchResult block) {
    String indent = block.group(1);
    return block
        .group(3)
        .lines()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .collect(Collectors.joining("\n"));
  }

  /** Inline code, each on one line. */
  List<String> spans() {
    return SPAN.matcher(prose())
        .results()
        .map(span -> span.group(2).replaceAll("\\s+", " ").replace("\\|", "|").strip())
        .toList();
  }

  /** The targets of links and images, as written. */
  List<String> links() {
    return LINK.matcher(SPAN.matcher(prose()).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .toList();
  }

  /** The anchors of the headings, as GitHub generates them. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> anchor(heading.group(1)))
        .map(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              return before == 0 ? anchor : anchor + "-" + before;
            })
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    String words = LINK.matcher(heading).replaceAll(link -> link.group().split("]", 2)[0]);
    return NO_PART_OF_ANCHORS
        .matcher(words.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace(' ', '-');
  }

  private String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }
}
