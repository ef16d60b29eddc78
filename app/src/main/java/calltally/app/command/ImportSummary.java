package calltally.app.command;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.journal.importing.ImportTotals;
import java.util.List;

/** Says what became of each file, and what to do next. */
final class ImportSummary {

  private final CommandContext context;
  private boolean isStored;
  private boolean isRejected;
  private boolean isIncomplete;

  ImportSummary(CommandContext context) {
    this.context = context;
  }

  /** Prints the totals of a file, why lines were rejected, and what was not read. */
  void print(Message file, ImportProgress progress) {
    ImportTotals totals = progress.totals();
    context.out().println(context.texts().text(totals(file, totals)));
    printWhy(file, progress);
    boolean isNothing = totals.stored() + totals.duplicate() == 0;
    isStored |= totals.stored() > 0;
    isRejected |= totals.rejected() > 0;
    isIncomplete |= isNothing || !progress.isWhole();
  }

  static Message totals(Message file, ImportTotals totals) {
    return Message.of(
        "import.totals",
        file,
        totals.stored(),
        totals.duplicate(),
        totals.rejected(),
        passedOver(totals));
  }

  static Message passedOver(ImportTotals totals) {
    return totals.passedOver() == 0
        ? Message.NONE
        : Message.of("import.passed_over", totals.passedOver());
  }

  /** Prints why lines were rejected, and what else to know about the file. */
  void printWhy(Message file, ImportProgress progress) {
    progress.reasons().sentences(file).forEach(this::say);
    List<FileNotice> notices = progress.notices();
    notices.stream().filter(notice -> !notice.isInformation()).forEach(n -> say(said(file, n)));
    if (progress.totals().lines() == 0 && progress.totals().passedOver() > 0) {
      say(Message.of("import.no_calls", file));
    }
    notices.stream()
        .filter(FileNotice::isInformation)
        .forEach(notice -> context.out().println(context.texts().text(said(file, notice))));
  }

  private static Message said(Message file, FileNotice notice) {
    return Message.of("import.notice", file, Message.localized(notice.text()));
  }

  /** Prints the next steps; returns whether every file was read and gave something to store. */
  boolean isComplete() {
    if (isStored) {
      say(Message.of("import.stored"));
    }
    if (isRejected) {
      say(Message.of("import.rejected"));
    }
    return !isIncomplete;
  }

  private void say(Message message) {
    context.err().println(context.texts().text(message));
  }
}
