package calltally.ingest.journal.importing;

/** Follows the progress of an import. */
@FunctionalInterface
public interface ProgressListener {

  /** Called after each commit with the totals so far. */
  void progress(ImportTotals soFar);

  /** Called every few seconds while a new month waits until nobody else uses the journal. */
  default void waiting(String reason) {}
}
