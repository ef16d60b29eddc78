package calltally.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the page in both languages. */
final class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern PLURAL = Pattern.compile("\\.(one|few|many)$");

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle russian = bundle(Locale.forLanguageTag("ru"));

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("calltally.web.messages", locale);
  }

  @Test
  void both_languages_say_the_same() {
    assertThat(texts(russian)).isEqualTo(texts(english));
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(places(russian.getString(key)))
                    .as(key)
                    .isEqualTo(places(english.getString(key))));
  }

  @Test
  void every_text_is_used() throws IOException {
    String code = code();
    assertThat(texts(english))
        .filteredOn(key -> !key.startsWith("notice."))
        .allMatch(
            key ->
                code.contains('"' + key.replace(".outgoing", "") + '"')
                    || code.contains(prefix(key)));
  }

  /** The part of a key to which code adds a word, such as a state. */
  private static String prefix(String key) {
    String stem = key.replace(".outgoing", "");
    return '"' + stem.substring(0, stem.lastIndexOf('.') + 1) + '"';
  }

  private static Set<String> texts(ResourceBundle bundle) {
    return bundle.keySet().stream()
        .map(key -> PLURAL.matcher(key).replaceFirst(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|jte)")).toList()) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }
}
