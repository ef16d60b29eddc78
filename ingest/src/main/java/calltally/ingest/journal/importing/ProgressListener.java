package calltally.ingest.journal.importing;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ProgressListener {

  /** A batch was committed; these are the totals with it. */
  void progress(ImportTotals soFar);
}
