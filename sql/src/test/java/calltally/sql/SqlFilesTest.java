package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layout of every SQL file, and the content of each migration file. */
final class SqlFilesTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CREATED =
      Pattern.compile(
          "(?m)^create (?:or replace )?(function|procedure|view|trigger) (\\S+?)[(\\s]"
              + "(?:\\s*before [a-z ]+ on (\\w+)\\.)?");
  private static final Pattern REPEATABLE = Pattern.compile("R__(\\d{3})_(.+)\\.sql");

  private final Map<Path, String> files = files();

  @Test
  void no_line_is_longer_than_100_characters_or_has_a_tab_or_ends_with_a_blank() {
    assertThat(
            lines(
                line ->
                    line.codePointCount(0, line.length()) > 100
                        || line.contains("\t")
                        || line.endsWith(" ")))
        .isEmpty();
  }

  @Test
  void every_file_ends_with_one_line_feed() {
    assertThat(files.entrySet())
        .allSatisfy(
            file ->
                assertThat(file.getValue())
                    .as(file.getKey().toString())
                    .endsWith("\n")
                    .doesNotEndWith("\n\n"));
  }

  @Test
  void no_file_has_more_than_250_lines_and_half_of_them_have_at_most_40() {
    List<Long> lengths =
        files.values().stream().map(text -> text.lines().count()).sorted().toList();

    assertThat(lengths.get(lengths.size() - 1)).isLessThanOrEqualTo(250);
    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(40);
  }

  @Test
  void a_repeatable_file_creates_the_one_object_it_is_named_after() {
    assertThat(migrations("R"))
        .allSatisfy(
            (file, text) -> {
              Matcher name = REPEATABLE.matcher(file);
              assertThat(name.matches()).as(file).isTrue();
              assertThat(created(text)).as(file).isSubsetOf(name.group(2));
            });
  }

  @Test
  void a_versioned_file_creates_only_tables() {
    assertThat(migrations("V"))
        .isNotEmpty()
        .allSatisfy((file, text) -> assertThat(created(text)).isEmpty());
  }

  @Test
  void repeatable_files_run_in_the_order_of_their_numbers() {
    assertThat(
            migrations("R").keySet().stream()
                .map(file -> file.substring(0, 6))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .allSatisfy((number, count) -> assertThat(count).as(number).isEqualTo(1));
  }

  @Test
  void a_rebuild_creates_every_view_that_has_schema_placeholders() {
    String rebuilt = Objects.requireNonNull(MigrationPlaceholders.all().get("rebuilt_views"));
    Set<String> expected =
        migrations("R").values().stream()
            .filter(text -> text.contains("${calls}.") || text.contains("${stats}."))
            .flatMap(text -> created(text).stream())
            .map(view -> view.replaceFirst("\\.", "_rebuilt."))
            .collect(Collectors.toSet());

    assertThat(created(rebuilt)).isNotEmpty().isEqualTo(expected);
    assertThat(rebuilt)
        .doesNotContain("${")
        .doesNotContainPattern("\\b(calls|stats)\\.(?!silence_on|shift_on|set_aside_call)");
  }

  /** Names with their schemas; a trigger has that of its table. */
  private static Set<String> created(String text) {
    Set<String> names = new TreeSet<>();
    Matcher created = CREATED.matcher(text.replaceAll("\\$\\{(\\w+)}", "$1"));
    while (created.find()) {
      names.add(
          created.group(1).equals("trigger")
              ? created.group(3) + "." + created.group(2)
              : created.group(2));
    }
    return names;
  }

  private Map<String, String> migrations(String kind) {
    Map<String, String> found = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          String name = path.getFileName().toString();
          if (path.toString().contains("sql/migration/") && name.startsWith(kind)) {
            found.put(name, text);
          }
        });
    return found;
  }

  private List<String> lines(Predicate<String> kind) {
    return files.entrySet().stream()
        .flatMap(
            file -> file.getValue().lines().filter(kind).map(line -> file.getKey() + ": " + line))
        .toList();
  }

  private static Map<Path, String> files() {
    Map<Path, String> files = new TreeMap<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(PROJECT, SqlFilesTest::isModule)) {
      for (Path module : folders) {
        Files.walkFileTree(
            module,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("target")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                if (file.toString().endsWith(".sql")) {
                  files.put(PROJECT.relativize(file), Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Other folders, such as the demo's, may hold PostgreSQL's own files. */
  private static boolean isModule(Path folder) {
    return Files.exists(folder.resolve("pom.xml"));
  }
}
