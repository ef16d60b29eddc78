package calltally.app.documents;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.GoldenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries that are shipped: licences, least versions, and the bill of materials. */
final class LibrariesTest {

  private static final Path FOLDER = Path.of("src/licenses");
  private static final Path TEXTS = FOLDER.resolve("texts");
  private static final String IN_THE_JAR = "jar";

  private final List<Library> libraries = Library.shipped();

  @Test
  void every_library_has_a_licence_and_its_text() throws IOException {
    Map<String, List<String>> licences = licences();

    assertThat(libraries)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            library -> {
              List<String> licence = licence(licences, library);
              assertThat(licence).as("licence of %s in libraries.tsv", library.name()).isNotEmpty();
              String text = licence.get(2);
              assertThat(
                      text.equals(IN_THE_JAR)
                          ? library.bringsItsLicence()
                          : Files.exists(TEXTS.resolve(text)))
                  .as("text of the licence of %s: %s", library.name(), text)
                  .isTrue();
            });
  }

  @Test
  void no_licence_is_of_a_library_that_is_shipped_no_more() throws IOException {
    Set<String> shipped =
        libraries.stream()
            .flatMap(library -> Stream.of(library.group(), library.name()))
            .collect(Collectors.toSet());

    assertThat(licences().keySet()).isSubsetOf(shipped);
    try (Stream<Path> texts = Files.list(TEXTS)) {
      assertThat(texts.map(text -> text.getFileName().toString()))
          .isSubsetOf(licences().values().stream().map(line -> line.get(2)).toList());
    }
  }

  @Test
  void no_library_is_older_than_the_least_version_that_is_safe() throws IOException {
    for (List<String> least : table("least-versions.tsv")) {
      String pattern = least.get(0).replace(".", "\\.").replace("*", ".*");
      List<Library> meant =
          libraries.stream().filter(library -> library.name().matches(pattern)).toList();

      assertThat(meant).as("libraries of %s", least.get(0)).isNotEmpty();
      assertThat(meant)
          .as("%s: at least %s, because of %s", least.get(0), least.get(1), least.get(2))
          .allMatch(library -> library.isAtLeast(least.get(1)));
    }
  }

  @Test
  void the_bill_of_materials_lists_the_libraries() throws IOException {
    assertThat(libraries).extracting(Library::name).doesNotHaveDuplicates();

    GoldenText.assertSame(FOLDER.resolve("bom.cdx.json"), bill());
  }

  /** CycloneDX 1.6, without times and random numbers: the same libraries give the same bytes. */
  private String bill() throws IOException {
    Map<String, List<String>> licences = licences();
    String components =
        libraries.stream()
            .map(library -> component(library, licence(licences, library).get(1)))
            .collect(joining(",\n"));
    return """
    {
      "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
      "bomFormat": "CycloneDX",
      "specVersion": "1.6",
      "version": 1,
      "metadata": {
        "component": {
          "type": "application",
          "bom-ref": "calltally",
          "name": "calltally",
          "licenses": [{"license": {"id": "Apache-2.0"}}]
        }
      },
      "components": [
    %s
      ]
    }
    """
        .formatted(components);
  }

  private static String component(Library library, String licence) {
    String machine = library.isOfTheMachine() ? artifactOfAnyMachine(library) : library.artifact();
    String purl = library.purl().replace(library.artifact(), machine);
    String hashes =
        library.isOfTheMachine()
            ? ""
            : "\n  \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"%s\"}],"
                .formatted(library.sha256());
    return """
        {
          "type": "library",
          "bom-ref": "%1$s",
          "group": "%2$s",
          "name": "%3$s",
          "version": "%4$s",%5$s
          "licenses": [{"%6$s}],
          "purl": "%1$s"
        }"""
        .formatted(purl, library.group(), machine, library.version(), hashes, expression(licence))
        .indent(4)
        .stripTrailing();
  }

  private static String artifactOfAnyMachine(Library library) {
    return library.artifact().replaceFirst("-binaries-.*", "-binaries-linux-amd64");
  }

  private static String expression(String licence) {
    return licence.contains(" ")
        ? "expression\": \"" + licence + "\""
        : "license\": {\"id\": \"" + licence + "\"}";
  }

  private static List<String> licence(Map<String, List<String>> licences, Library library) {
    return licences.getOrDefault(library.name(), licences.getOrDefault(library.group(), List.of()));
  }

  private static Map<String, List<String>> licences() throws IOException {
    return table("libraries.tsv").stream()
        .collect(
            toMap(
                line -> line.get(0),
                line -> line,
                (one, other) -> {
                  throw new IllegalStateException("twice in libraries.tsv: " + one);
                },
                LinkedHashMap::new));
  }

  private static List<List<String>> table(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arrays.asList(line.split("\t", -1)))
        .toList();
  }
}
