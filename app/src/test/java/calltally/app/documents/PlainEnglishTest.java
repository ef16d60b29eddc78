package calltally.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English is written, not translated: words that give a translation away stay out. */
final class PlainEnglishTest {

  /** In halves, so that this file holds none of them. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b("
              + String.join(
                  "|",
                  "(has|have|had|having) " + "to",
                  "an" + "ew",
                  "who" + "ever",
                  "whom" + "ever",
                  "te" + "lls",
                  // "not told" is the definitions' word for what an exchange does not report.
                  "(?<!not )to" + "ld",
                  "tell " + "of",
                  "besi" + "des?",
                  "h" + "e",
                  "h" + "im",
                  "h" + "is",
                  "hims" + "elf",
                  "am" + "id",
                  "nobody " + "looks",
                  "lets? " + "go of",
                  "in the " + "place of",
                  "(by|as) " + "whom")
              + ")\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OURS =
      Pattern.compile("(.*\\.(java|sql|md|groovy|jte|jrxml|txt)|.*_en\\.properties|dev|calltally)");

  private static final Pattern RUSSIAN = Pattern.compile("(.*_ru|.*-ru|.*\\.ru|ru-.*)\\..*");

  private static final Set<String> OTHER_FOLDERS =
      Set.of("target", ".git", "data", "demo", "licenses", "ru", "reports-out");

  /** The rule itself names some of the words. */
  private static final Set<String> RULES = Set.of("CONTRIBUTING.md", "RetiredNamesTest.java");

  @Test
  void no_text_of_the_project_holds_a_forbidden_word() {
    assertThat(files(MarkdownFile.REPOSITORY)).hasSizeGreaterThan(1_000);
    assertThat(files(MarkdownFile.REPOSITORY).stream().flatMap(PlainEnglishTest::found).toList())
        .isEmpty();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .flatMap(
              path -> {
                String name = path.getFileName().toString();
                if (Files.isDirectory(path)) {
                  return isSource(path, name) ? files(path).stream() : Stream.<Path>empty();
                }
                return isEnglish(name) ? Stream.of(path) : Stream.<Path>empty();
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** The demonstration's package has the name of its folder. */
  private static boolean isSource(Path path, String name) {
    return !OTHER_FOLDERS.contains(name) || path.endsWith(Path.of("app", "demo"));
  }

  private static boolean isEnglish(String name) {
    return OURS.matcher(name).matches()
        && !RUSSIAN.matcher(name).matches()
        && !RULES.contains(name);
  }

  private static Stream<String> found(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return IntStream.range(0, lines.size())
          .filter(i -> FORBIDDEN.matcher(lines.get(i).replace('_', ' ')).find())
          .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
