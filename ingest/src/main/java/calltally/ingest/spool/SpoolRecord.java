package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.UnstorableRow;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that waits for the database: one line that says what it is, and the row as JSON.
 *
 * @param doubt the batch that may have brought it into the database already; null when none may
 */
record SpoolRecord(JournalRow row, @Nullable BatchId doubt) {

  /** The words of the format: files of earlier versions hold them. */
  private static final String NOTIFICATION = "DELIVERY";

  private static final String REJECTED = "REFUSAL";

  byte[] toBytes() {
    String kind = isNotification() ? NOTIFICATION : REJECTED;
    String head = doubt == null ? kind : kind + " " + doubt.writer() + " " + doubt.batch();
    return (head + "\n" + row.json()).getBytes(UTF_8);
  }

  /** The record of these bytes; empty when a later version of the program has written them. */
  static Optional<SpoolRecord> of(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf('\n');
    try {
      String[] head = text.substring(0, end).split(" ");
      BatchId doubt = head.length == 1 ? null : batch(head);
      return row(head[0], text.substring(end + 1)).map(row -> new SpoolRecord(row, doubt));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  boolean isNotification() {
    return row instanceof NotificationRow;
  }

  /** What must be kept of a row that PostgreSQL refuses. */
  JournalRow rejected(UnstorableRow refused) {
    return row instanceof NotificationRow notification
        ? notification.rejected(refused.rejection())
        : row;
  }

  private static Optional<? extends JournalRow> row(String kind, String json) {
    return switch (kind) {
      case NOTIFICATION -> NotificationRow.parse(json);
      case REJECTED -> Optional.of(new RejectedRow(json));
      default -> Optional.empty();
    };
  }

  private static BatchId batch(String[] head) {
    long batch = Long.parseLong(head[2]);
    return new BatchId(UUID.fromString(head[1]), batch - 1, batch);
  }
}
