package calltally.sql.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in a file that somebody has read and found right. {@code -Dgolden=rewrite} replaces it by
 * today's, to be read again; where changes are judged ({@code CI} is set) it is refused.
 */
public final class GoldenText {

  private GoldenText() {}

  /** Fails unless the file says the same. */
  public static void assertSame(Path file, String actual) {
    try {
      if ("rewrite".equals(System.getProperty("golden"))) {
        assertThat(System.getenv("CI")).as("nobody would read what is rewritten here").isNull();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s is out of date: run this test with -Dgolden=rewrite and read the change", file)
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
