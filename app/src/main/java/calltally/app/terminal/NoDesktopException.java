package calltally.app.terminal;

import java.nio.file.Path;

/** There is nobody here to whom a file could be shown. */
final class NoDesktopException extends RuntimeException {

  NoDesktopException(Path file) {
    super(
        "file not opened: there must be a desktop here, was none; it is written and can be opened"
            + " elsewhere ("
            + file
            + ")");
  }
}
