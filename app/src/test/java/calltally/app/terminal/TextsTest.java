package calltally.app.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and the code asks for texts that exist. */
final class TextsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/calltally/app");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(\\d)(,(number|choice),[^}]+)?\\}");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+([_-][A-Za-z]+)*");
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:check|configuration|database|directory|serve|demo|size|ago|usage|error|file|import"
              + "|erasures|export|report|mail|query|backup|restore|customer|refresh|retention|rejected"
              + "|advice|source|user|subscriptions|deliveries|column|table)\\.[a-z_.]+)\"");

  /** What a Russian reads in Latin letters too: commands, keys, values, names and SQL. */
  private static final Set<String> LATIN_IN_RUSSIAN =
      Set.of(
          "comma",
          "semicolon",
          "tab",
          "pipe",
          "space",
          "separator",
          "ssxxx",
          "follow",
          "queue_log",
          "dry-run",
          "customer",
          "erase-again",
          "Java",
          "PostgreSQL",
          "Calltally",
          "YAML",
          "UTF",
          "JSON",
          "NTP",
          "HTTP",
          "IANA",
          "SQL",
          "check",
          "serve",
          "refresh",
          "import",
          "backup",
          "export",
          "retention",
          "rejected",
          "list",
          "replay",
          "report",
          "subscriptions",
          "to_each",
          "directory",
          "deliveries",
          "mail-test",
          "handover",
          "Bitrix",
          "portal",
          "rest",
          "code",
          "CRM",
          "url",
          "as",
          "todo",
          "task",
          "test",
          "send",
          "sql",
          "resend",
          "rebuild",
          "notifications",
          "failed",
          "config",
          "cookbook",
          "help",
          "who-let-it-ring",
          "missed",
          "manager",
          "Ctrl-C",
          "damaged",
          "analyst",
          "spool",
          "zone",
          "size",
          "http",
          "port",
          "host",
          "mail",
          "tls",
          "user",
          "password",
          "none",
          "starttls",
          "webhooks",
          "to",
          "watch",
          "name",
          "callback_window",
          "secrets",
          "allow",
          "TOKEN",
          "Telegram",
          "telegram",
          "calls",
          "for_each",
          "true",
          "false",
          "mailto",
          "https",
          "jdbc",
          "postgresql",
          "example",
          "com",
          "calltally",
          "exchanges",
          "weekdays",
          "weekly",
          "mon",
          "monthly",
          "BY",
          "Europe",
          "Minsk",
          "s",
          "min",
          "h",
          "d",
          "months",
          "days",
          "MiB",
          "GiB",
          "mon-fri",
          "allowed_domains",
          "max_connections",
          "source_id",
          "create",
          "database",
          "encoding",
          "template",
          "alter",
          "owner",
          "role",
          "createrole",
          "revoke",
          "execute",
          "function",
          "connect",
          "on",
          "from",
          "public",
          "notify",
          "EEE",
          "dd",
          "MM",
          "yyyy",
          "uuuu",
          "HH",
          "mm",
          "VV",
          "n",
          "T",
          "demo",
          "yaml",
          "Excel",
          "CSV",
          "QUERY",
          "analytics",
          "windows",
          "boss",
          "department",
          "number",
          "numbers",
          "date",
          "source",
          "yes",
          "limit",
          "timeout",
          "raw",
          "csv",
          "file",
          "set",
          "print",
          "verbose",
          "SQLSTATE",
          "describe",
          "pg_dump",
          "docs",
          "md",
          "pg_restore",
          "journal",
          "deletion_log",
          "sources",
          "tokens",
          "signing_secrets",
          "out",
          "psql",
          "DBeaver",
          "JDBC",
          "URL",
          "Grafana",
          "TLS",
          "Metabase",
          "role_passwords",
          "select",
          "daily_line",
          "grafana",
          "json",
          "HTTPS",
          "add",
          "trusted_proxies",
          "web",
          "configuration",
          "xlsx");

  private final Properties english = texts("en");
  private final Properties russian = texts("ru");

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(stems(russian)).isEqualTo(stems(english));
  }

  @Test
  void counted_texts_have_every_form_of_their_language() {
    assertThat(stems(english))
        .filteredOn(
            stem -> english.containsKey(stem + ".one") || russian.containsKey(stem + ".few"))
        .isNotEmpty()
        .allSatisfy(
            stem -> {
              assertThat(english.stringPropertyNames()).contains(stem + ".one", stem + ".many");
              assertThat(russian.stringPropertyNames())
                  .contains(stem + ".one", stem + ".few", stem + ".many");
            });
  }

  @Test
  void both_languages_use_the_same_placeholders() {
    for (String key : russian.stringPropertyNames()) {
      String other = english.containsKey(key) ? key : key.replaceFirst("\\.few$", ".many");
      assertThat(placeholders(russian.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(other)));
    }
  }

  @Test
  void apostrophes_are_doubled_where_a_value_is_put_in_and_only_there() {
    Stream.of(english, russian)
        .flatMap(texts -> texts.stringPropertyNames().stream().map(texts::getProperty))
        .forEach(
            text -> {
              if (PLACEHOLDER.matcher(text).find()) {
                assertThat(text).doesNotContainPattern(LONE_APOSTROPHE);
              } else {
                assertThat(text).doesNotContain("''");
              }
            });
  }

  @Test
  void russian_texts_have_no_english_word() {
    for (String key : russian.stringPropertyNames()) {
      String text = PLACEHOLDER.matcher(russian.getProperty(key)).replaceAll("");
      assertThat(LATIN.matcher(text).results().map(MatchResult::group))
          .as(key)
          .isSubsetOf(LATIN_IN_RUSSIAN);
    }
  }

  @Test
  void every_key_in_the_code_has_a_text() throws IOException {
    Set<String> known = stems(english);

    assertThat(keysInCode())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            key ->
                assertThat(known)
                    .as(key)
                    .anyMatch(text -> key.endsWith(".") ? text.startsWith(key) : text.equals(key)));
  }

  /** A key that ends with a dot is completed by a name. */
  private static Set<String> keysInCode() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Set<String> keys = new TreeSet<>();
    for (Path file : files) {
      String code = Files.readString(file);
      if (code.contains("Message") || code.contains("exts")) {
        KEY.matcher(code).results().forEach(found -> keys.add(found.group(1)));
      }
    }
    return keys;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(placeholder -> !placeholder.contains(",choice,"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> stems(Properties texts) {
    return texts.stringPropertyNames().stream()
        .map(key -> key.replaceFirst("\\.(one|few|many)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String language) {
    Properties texts = new Properties();
    try (Reader file =
        Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"), UTF_8)) {
      texts.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
