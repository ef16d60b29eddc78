package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.UnstorableRow;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row in the spool: one line that says what it is, then the row as JSON.
 *
 * @param doubt the batch that may have stored the row in the database already; null for none
 */
record SpoolRecord(JournalRow row, @Nullable BatchId doubt) {

  /** The words of the format; never change them, as files of earlier versions contain them. */
  private static final String NOTIFICATION = "DELIVERY";

  private static final String REJECTED = "REFUSAL";
  private static final JsonFactory JSON = new JsonFactory();

  SpoolEntry toEntry() {
    return new SpoolEntry(row.source(), toBytes());
  }

  byte[] toBytes() {
    String kind = isNotification() ? NOTIFICATION : REJECTED;
    String head = doubt == null ? kind : kind + " " + doubt.writer() + " " + doubt.batch();
    return (head + "\n" + row.json()).getBytes(UTF_8);
  }

  /** The record in these bytes; empty when a later version of the program wrote them. */
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

  /** The source of the record in these bytes; empty when a later version wrote them. */
  static Optional<String> source(byte[] bytes) {
    int head = 0;
    while (head < bytes.length && bytes[head] != '\n') {
      head++;
    }
    try (JsonParser json = JSON.createParser(bytes, head, bytes.length - head)) {
      boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
      for (String name = json.nextFieldName();
          isObject && name != null;
          name = json.nextFieldName()) {
        if (name.equals("source")) {
          return Optional.ofNullable(json.nextTextValue());
        }
        json.nextToken();
        json.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isNotification() {
    return row instanceof NotificationRow;
  }

  /** The row to keep when PostgreSQL refuses this one. */
  JournalRow rejected(UnstorableRow refused) {
    return row instanceof NotificationRow notification
        ? notification.rejected(refused.rejection())
        : row;
  }

  private static Optional<? extends JournalRow> row(String kind, String json) {
    return switch (kind) {
      case NOTIFICATION -> NotificationRow.parse(json);
      case REJECTED -> Optional.of(RejectedRow.parse(json));
      default -> Optional.empty();
    };
  }

  private static BatchId batch(String[] head) {
    long batch = Long.parseLong(head[2]);
    return new BatchId(UUID.fromString(head[1]), batch - 1, batch);
  }
}
