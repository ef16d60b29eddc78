package calltally.ingest.journal;

/** A row of the journal: a notification, or a rejected request. */
public sealed interface JournalRow extends QueuedRow permits NotificationRow, RejectedRow {

  /** The JSON object that represents the row in the spool. */
  String json();
}
