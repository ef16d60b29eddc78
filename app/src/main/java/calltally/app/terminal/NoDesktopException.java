package calltally.app.terminal;

import java.nio.file.Path;

/** There is no desktop that could show a file. */
final class NoDesktopException extends RuntimeException {

  NoDesktopException(Path file) {
    super(
        "cannot open the report: there is no desktop here; it is written, and can be opened"
            + " elsewhere ("
            + file
            + ")");
  }
}
