package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TemplateListTest {

  private static final Path FOLDER = Path.of("../reports/src/main/resources/calltally/reports");

  @Test
  void the_list_of_templates_is_complete() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<String> names =
          files
              .map(file -> String.valueOf(FOLDER.relativize(file)))
              .filter(file -> file.endsWith(".jrxml"))
              .map(file -> file.replace(".jrxml", ""))
              .filter(name -> !name.equals("shared/heading"))
              .toList();

      assertThat(Templates.ALL).containsExactlyInAnyOrderElementsOf(names);
    }
  }
}
