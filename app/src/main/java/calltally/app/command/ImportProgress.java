package calltally.app.command;

import calltally.app.terminal.CommandContext;
import calltally.ingest.journal.importing.ImportTotals;
import calltally.ingest.journal.importing.ProgressListener;

/** Shows how far an import has come, and for whom it waits. */
final class ImportProgress implements ProgressListener {

  private final CommandContext context;
  private final Runnable bar;
  private ImportTotals totals = ImportTotals.NONE;
  private String reason = "";

  /**
   * Progress of an import that has not begun.
   *
   * @param bar shows how much of the file is read
   */
  ImportProgress(CommandContext context, Runnable bar) {
    this.context = context;
    this.bar = bar;
  }

  ImportTotals totals() {
    return totals;
  }

  @Override
  public void progress(ImportTotals soFar) {
    totals = soFar;
    bar.run();
  }

  /** Prints each reason once. */
  @Override
  public void waiting(String newReason) {
    if (!newReason.equals(reason)) {
      reason = newReason;
      context.err().println(context.texts().text("import.waiting", newReason));
    }
  }
}
