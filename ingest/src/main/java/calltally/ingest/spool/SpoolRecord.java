package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.journal.Row;
import calltally.ingest.journal.Ticket;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that waits for the database: one line that says what it is, and the row.
 *
 * @param doubt the batch that may have brought it into the database already; null when none may
 */
record SpoolRecord(Row row, @Nullable Ticket doubt) {

  byte[] toBytes() {
    String head =
        doubt == null ? row.kind().name() : row.kind() + " " + doubt.writer() + " " + doubt.batch();
    return (head + "\n" + row.json()).getBytes(UTF_8);
  }

  /** The row of these bytes; empty when a later version of the program has written them. */
  static Optional<SpoolRecord> of(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf('\n');
    try {
      String[] head = text.substring(0, end).split(" ");
      Row row = new Row(Row.Kind.valueOf(head[0]), text.substring(end + 1));
      return Optional.of(new SpoolRecord(row, head.length == 1 ? null : ticket(head)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Ticket ticket(String[] head) {
    long batch = Long.parseLong(head[2]);
    return new Ticket(UUID.fromString(head[1]), batch - 1, batch);
  }
}
