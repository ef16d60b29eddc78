package calltally.ingest.journal;

/** What waits in a {@link FairQueue}. */
public interface QueuedRow {

  /** The name of the source that sent it. */
  String source();

  /** Characters sent to the database. */
  int length();
}
