package calltally.ingest.journal.importing;

/** Follows an import that goes on as its file grows. */
public interface FollowListener extends ProgressListener {

  /**
   * Called when everything in the file is stored; returns when it is time to look again.
   *
   * @param read since the last time
   * @return false to end the import
   */
  boolean idle(ImportTotals read);

  /** Called when the log begins again: it was rotated or truncated. */
  default void restarted() {}
}
