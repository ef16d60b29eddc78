package calltally.app.command;

import calltally.app.terminal.ErrorMessage;
import calltally.ingest.journal.importing.ImportTotals;
import java.util.Locale;

/** An import ended before the end of its file. */
final class ImportStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ImportStoppedException(String file, ImportTotals totals, Exception cause) {
    super(
        String.format(
            Locale.ROOT,
            "cannot import %s to its end: %s; %,d lines are stored (%,d of them as duplicate, %,d"
                + " as rejected). It is safe to import the file again: what is stored counts as"
                + " duplicate",
            file,
            ErrorMessage.of(cause),
            totals.lines(),
            totals.duplicate(),
            totals.rejected()),
        cause);
  }
}
