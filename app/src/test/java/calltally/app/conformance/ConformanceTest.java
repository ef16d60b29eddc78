package calltally.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exchange's samples, posted to a running receiver, become the calls that they describe. */
final class ConformanceTest {

  private static final Path KIT = Path.of("../exchanges/src/test/resources/exchanges");

  static List<String> exchanges() throws IOException {
    try (Stream<Path> folders = Files.list(KIT)) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void samples_become_the_calls_that_they_describe(String exchange, @TempDir Path spool)
      throws IOException, InterruptedException {
    try (TestDatabase database = TestDatabase.create()) {
      ConformanceFolder folder = ConformanceFolder.read(KIT.resolve(exchange));

      ConformanceResult result =
          new ConformanceRun(database.pool(), database.pool(), spool).run(folder);

      assertThat(result.differences()).isEmpty();
      assertThat(folder.exchange().name()).isEqualTo(exchange);
    }
  }
}
