package calltally.ingest.journal;

import java.util.Map;

/** The result of storing a row. */
public enum StorageResult {
  /** The notification is new. */
  STORED,
  /** The notification was there already. */
  DUPLICATE,
  /** It is no notification, and was kept as rejected. */
  REJECTED,
  /** It is waiting in the spool for the database. */
  SPOOLED;

  /** The result in a row that {@code journal.append} returned. */
  static StorageResult of(Map<?, ?> row) {
    return Boolean.TRUE.equals(row.get("stored")) ? STORED : DUPLICATE;
  }
}
