package calltally.app.database;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import java.nio.file.Path;

/** The data folder has no database yet. */
final class NoDatabaseException extends ExplainedException {

  private static final long serialVersionUID = 1;

  NoDatabaseException(Path data) {
    super(Message.of("database.none", data.toString()));
  }
}
