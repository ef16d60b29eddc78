package calltally.app.command;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import calltally.ingest.journal.importing.ImportTotals;

/** An import ended before the end of its file. */
final class ImportStoppedException extends ExplainedException {

  private static final long serialVersionUID = 1;

  ImportStoppedException(Message file, ImportTotals totals, Exception cause) {
    super(
        Message.of(
            "import.stopped", file, cause, totals.lines(), totals.duplicate(), totals.rejected()),
        cause);
  }
}
