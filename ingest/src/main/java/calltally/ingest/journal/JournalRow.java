package calltally.ingest.journal;

/** What the journal stores of a request: its notification, or why there is none. */
public sealed interface JournalRow permits NotificationRow, RejectedRow {

  /** The JSON object in which a row waits outside the database. */
  String json();

  /** Characters that go to the database. */
  int length();
}
