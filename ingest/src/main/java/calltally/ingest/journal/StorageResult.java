package calltally.ingest.journal;

/** What became of a row that was to be stored. */
public enum StorageResult {
  /** Its notification is new. */
  STORED,
  /** Its notification was there already. */
  DUPLICATE,
  /** It is no notification, and lies among what was rejected. */
  REJECTED,
  /** It waits in the spool for the database. */
  SPOOLED
}
