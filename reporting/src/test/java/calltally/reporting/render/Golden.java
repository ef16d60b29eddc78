package calltally.reporting.render;

import calltally.sql.testing.GoldenText;
import java.nio.file.Path;

/** Approved texts of rendered documents. */
public final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  public static void assertSame(String name, String actual) {
    GoldenText.assertSame(FOLDER.resolve(name), actual);
  }
}
