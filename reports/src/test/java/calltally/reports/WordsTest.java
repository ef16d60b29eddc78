package calltally.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WordsTest {

  /** "86 % из 412 звонков" is no good Russian: there, the part stands next to its percent. */
  private static final Set<String> PARTS_IN_RUSSIAN =
      Set.of("verdict.answered.", "verdict.picked_up.", "headline.picked_up.");

  private static final Path REPORTS = Path.of("src/main/resources/calltally/reports");

  private final Properties english = words("en");
  private final Properties russian = words("ru");

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(stems(russian)).isEqualTo(stems(english));
  }

  @Test
  void counted_texts_have_every_plural_form() {
    for (String key : english.stringPropertyNames()) {
      if (key.endsWith(".one")) {
        String stem = key.substring(0, key.length() - 4);
        assertThat(english.stringPropertyNames()).contains(stem + ".many");
        assertThat(russian.stringPropertyNames())
            .contains(stem + ".one", stem + ".few", stem + ".many");
      }
    }
  }

  @Test
  void both_languages_use_the_same_placeholders() {
    for (String key : english.stringPropertyNames()) {
      if (PARTS_IN_RUSSIAN.stream().anyMatch(key::startsWith)) {
        continue;
      }
      assertThat(values(russian.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  private static long values(String text) {
    return text.contains("'")
        ? 0
        : Arrays.stream(new MessageFormat(text).getFormatsByArgumentIndex()).count();
  }

  private static Set<String> stems(Properties words) {
    return words.stringPropertyNames().stream()
        .map(key -> key.replaceFirst("\\.(one|few|many)$", ""))
        .collect(Collectors.toSet());
  }

  private static Properties words(String language) {
    try {
      return Words.of(REPORTS.resolve("messages_" + language + ".properties"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
