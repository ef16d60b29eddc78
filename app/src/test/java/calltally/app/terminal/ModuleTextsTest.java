package calltally.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other modules say to users, in both languages. */
final class ModuleTextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:BackupFailed|RefusedSource|RefusedReport|UnknownFileFormat|SourceLeased"
              + "|UnreleasedSchema|refused|text|UnknownSubjectException)\\((?:e, )?\"([a-z_.]+)\"");

  @ParameterizedTest
  @CsvSource({
    "calltally.sql, sql/src/main",
    "calltally.sql.backup, sql/src/main",
    "calltally.sql.embedded, sql/src/main",
    "calltally.ingest.file, ingest/src/main",
    "calltally.ingest.receiver, ingest/src/main",
    "calltally.ingest.spool, ingest/src/main",
    "calltally.reporting.render, reporting/src/main",
    "calltally.reporting.report.query, reporting/src/main"
  })
  void both_languages_say_the_same_and_the_code_uses_each_text(String name, String module) {
    ResourceBundle english = texts(name, Locale.ENGLISH);
    ResourceBundle russian = texts(name, Locale.forLanguageTag("ru"));

    assertThat(russian.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .allSatisfy(
            key -> {
              assertThat(places(russian.getString(key))).isEqualTo(places(english.getString(key)));
              assertThat(code(module)).contains("\"" + key + "\"");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "calltally.sql.backup, sql/src/main/java/calltally/sql/backup",
    "calltally.sql, sql/src/main/java/calltally/sql/settings",
    "calltally.sql, sql/src/main/java/calltally/sql/analytics",
    "calltally.ingest.file, ingest/src/main/java/calltally/ingest/file",
    "calltally.reporting.report.query,"
        + " reporting/src/main/java/calltally/reporting/report/query"
  })
  void every_key_in_the_code_has_a_text(String name, String folder) {
    Set<String> asked =
        KEY.matcher(code(folder).replaceAll("\\(\\s+", "("))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).isNotEmpty().isSubsetOf(texts(name, Locale.ENGLISH).keySet());
  }

  private static String code(String folder) {
    try (Stream<Path> files = Files.walk(Path.of("..").resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/test/"))
          .map(ModuleTextsTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ResourceBundle texts(String name, Locale language) {
    return ResourceBundle.getBundle(name + ".messages", language);
  }
}
