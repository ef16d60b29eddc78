package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts that explain why the embedded PostgreSQL is unavailable, in both languages. */
final class ClusterMessagesTest {

  private static final Pattern KEY =
      Pattern.compile("(?:ClusterUnavailable|super)\\((?:e, )?\"([a-z_]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final ResourceBundle english = texts(Locale.ENGLISH);
  private final ResourceBundle russian = texts(Locale.forLanguageTag("ru"));

  @Test
  void both_languages_have_a_text_for_every_reason_and_for_no_other() throws IOException {
    assertThat(english.keySet()).isEqualTo(reasons()).isEqualTo(russian.keySet());
  }

  @Test
  void both_languages_name_the_same_values() {
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(places(russian.getString(key)))
                    .as(key)
                    .isEqualTo(places(english.getString(key))));
  }

  @Test
  void a_reason_is_explained_in_the_language_of_the_reader() {
    ClusterUnavailable taken = new ClusterUnavailable("port_taken", 15432);

    assertThat(taken)
        .hasMessage(
            "cannot restart the embedded PostgreSQL: its port must be free (another program uses"
                + " 127.0.0.1:15432); stop that program, or restart Calltally to use another port");
    assertThat(taken.text().in(Locale.forLanguageTag("ru")))
        .isEqualTo(
            "встроенный PostgreSQL не перезапущен: его порт 127.0.0.1:15432 заняла другая"
                + " программа; завершите её или перезапустите Calltally, чтобы взять другой порт");
  }

  private static Set<String> reasons() throws IOException {
    Set<String> reasons = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/calltally/sql/embedded"))) {
      for (Path file : files.toList()) {
        Matcher keys = KEY.matcher(Files.readString(file).replaceAll("\\(\\s+", "("));
        keys.results().forEach(found -> reasons.add(found.group(1)));
      }
    }
    return reasons;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
    return places;
  }

  private static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle("calltally.sql.embedded.messages", language);
  }
}
