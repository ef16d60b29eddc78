package calltally.app.conformance;

import java.nio.file.Path;

/** Says what is wrong with a file of a conformance folder, and where. */
public final class FaultInFolder extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FaultInFolder(Path file, int line, String rule) {
    super("%s:%d: %s".formatted(file, line, rule));
  }
}
