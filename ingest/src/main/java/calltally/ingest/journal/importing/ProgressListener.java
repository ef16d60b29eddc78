package calltally.ingest.journal.importing;

import calltally.exchange.Rejection;
import calltally.ingest.file.line.FileNotice;

/** Follows the progress of an import. */
@FunctionalInterface
public interface ProgressListener {

  /** Called after each commit with the totals so far. */
  void progress(ImportTotals soFar);

  /** Called every few seconds while a new month waits until nobody else uses the journal. */
  default void waiting(String reason) {}

  /** Called once for each line that is kept as rejected, by whichever thread rejects it. */
  default void rejected(long line, Rejection why) {}

  /** Called when the file is read, for each thing to know about it. */
  default void noticed(FileNotice notice) {}
}
