package calltally.app.demo;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import java.nio.file.Path;

/** The demonstration's folder holds files that the demonstration did not write. */
final class ForeignFolderException extends ExplainedException {

  private static final long serialVersionUID = 1;

  ForeignFolderException(Path folder) {
    super(Message.of("demo.foreign_folder", folder.toString()));
  }
}
