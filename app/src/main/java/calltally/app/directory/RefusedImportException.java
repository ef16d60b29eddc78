package calltally.app.directory;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;

/** A directory cannot be imported at all, whatever its files contain. */
public final class RefusedImportException extends ExplainedException {

  private static final long serialVersionUID = 1;

  public RefusedImportException(Message explanation) {
    super(explanation);
  }
}
