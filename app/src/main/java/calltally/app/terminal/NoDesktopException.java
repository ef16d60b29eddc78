package calltally.app.terminal;

import java.nio.file.Path;

/** There is no desktop that could show a file. */
final class NoDesktopException extends ExplainedException {

  private static final long serialVersionUID = 1;

  NoDesktopException(Path file) {
    super(Message.of("report.no_desktop", file.toString()));
  }
}
