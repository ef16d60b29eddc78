package calltally.ingest.journal;

/** The result of storing a row. */
public enum StorageResult {
  /** The notification is new. */
  STORED,
  /** The notification was there already. */
  DUPLICATE,
  /** It is no notification, and was kept as rejected. */
  REJECTED,
  /** It is waiting in the spool for the database. */
  SPOOLED
}
