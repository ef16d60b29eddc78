package calltally.sql.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A reviewed text in a file. {@code -Dgolden=rewrite} replaces it by the current one, for another
 * review; refused where {@code CI} is set.
 */
public final class GoldenText {

  private GoldenText() {}

  /** Fails unless the file has the same text. */
  public static void assertSame(Path file, String actual) {
    try {
      if ("rewrite".equals(System.getProperty("golden"))) {
        assertThat(System.getenv("CI")).as("golden files must not be rewritten in CI").isNull();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s is out of date: run this test with -Dgolden=rewrite and review the change", file)
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
