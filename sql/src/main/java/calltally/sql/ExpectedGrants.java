package calltally.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of every role as in {@code grants.txt}, which lists every object of the schema. */
final class ExpectedGrants {

  private static final Map<String, String> ROLES =
      Map.of(
          "ingest", "calltally_ingest",
          "refresh", "calltally_refresh",
          "report", "calltally_report",
          "web", "calltally_web",
          "analyst", "analyst");

  private static final String SCHEMA = "schema ";

  private ExpectedGrants() {}

  static Set<Grant> all() {
    return lines().flatMap(ExpectedGrants::grants).collect(Collectors.toUnmodifiableSet());
  }

  /** Every object listed in the file. */
  static Set<String> objects() {
    return lines().map(ExpectedGrants::object).collect(Collectors.toUnmodifiableSet());
  }

  /** Every schema of Calltally, in the order of the file. */
  static Stream<String> schemas() {
    return lines()
        .map(ExpectedGrants::object)
        .filter(object -> object.startsWith(SCHEMA))
        .map(object -> object.substring(SCHEMA.length()));
  }

  private static String object(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  private static Stream<Grant> grants(String line) {
    return Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split(" +"))
        .filter(word -> !word.isEmpty())
        .flatMap(word -> grants(object(line), word));
  }

  private static Stream<Grant> grants(String object, String word) {
    int equals = word.indexOf('=');
    String role = Objects.requireNonNull(ROLES.get(word.substring(0, equals)), word);
    return Arrays.stream(word.substring(equals + 1).split(","))
        .map(privilege -> new Grant(object, role, privilege.toUpperCase(Locale.ROOT)));
  }

  private static Stream<String> lines() {
    try (InputStream text =
        Objects.requireNonNull(ExpectedGrants.class.getResourceAsStream("grants.txt"))) {
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
