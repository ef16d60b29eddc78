package calltally.ingest.journal;

/** What became of an entry. */
public enum Outcome {
  /** It is the first delivery of its notification. */
  STORED,
  /** Its notification was there already. */
  DUPLICATE,
  /** It is no notification, and lies among what was rejected. */
  REJECTED,
  /** It waits in the spool for the database. */
  SPOOLED
}
