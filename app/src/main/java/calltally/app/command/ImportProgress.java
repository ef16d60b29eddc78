package calltally.app.command;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.exchange.Rejection;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.journal.importing.ImportTotals;
import calltally.ingest.journal.importing.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/** Shows how far an import has come, and for whom it waits; notes what is to be said at its end. */
final class ImportProgress implements ProgressListener {

  private final CommandContext context;
  private final Message file;
  private final Runnable bar;
  private final RejectedReasons reasons = new RejectedReasons();
  private final List<FileNotice> notices = new ArrayList<>();
  private ImportTotals totals = ImportTotals.NONE;
  private String reason = "";

  /**
   * Progress of an import that has not begun.
   *
   * @param bar shows how much of the file is read
   */
  ImportProgress(CommandContext context, Message file, Runnable bar) {
    this.context = context;
    this.file = file;
    this.bar = bar;
  }

  ImportTotals totals() {
    return totals;
  }

  /** Notes the totals of the whole file. */
  void end(ImportTotals whole) {
    totals = whole;
  }

  /** Whether every line could be read, and the whole file. */
  boolean isWhole() {
    return !reasons.hasUnread() && notices.stream().noneMatch(FileNotice::isUnread);
  }

  RejectedReasons reasons() {
    return reasons;
  }

  List<FileNotice> notices() {
    return notices;
  }

  @Override
  public void progress(ImportTotals soFar) {
    totals = soFar;
    bar.run();
  }

  @Override
  public void rejected(long line, Rejection why) {
    reasons.add(line, why);
  }

  @Override
  public void noticed(FileNotice notice) {
    notices.add(notice);
  }

  /** Prints each reason once. */
  @Override
  public void waiting(String newReason) {
    if (!newReason.equals(reason)) {
      reason = newReason;
      context.err().println(context.texts().text("import.waiting", file, newReason));
    }
  }
}
