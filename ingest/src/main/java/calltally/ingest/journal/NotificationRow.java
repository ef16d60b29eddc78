package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.journal.NotificationColumn.Received;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Rejection;
import calltally.ingest.request.Bytes;
import calltally.ingest.request.NotifyRequest;
import calltally.ingest.request.RequestMethod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the journal takes it: a text for each column.
 *
 * @param values in the order of the columns; null where it says nothing
 */
public record NotificationRow(List<@Nullable String> values) implements JournalRow {

  /**
   * The row of a notification.
   *
   * @param source name of the source
   * @param receivedAt our clock when it arrived
   */
  public static NotificationRow of(
      String source, Instant receivedAt, RequestMethod method, Notification notification) {
    Received received = new Received(source, receivedAt, method, notification);
    @Nullable String[] values = new String[NotificationColumn.ALL.size()];
    for (NotificationColumn column : NotificationColumn.ALL) {
      values[column.ordinal()] = column.text(received);
    }
    return new NotificationRow(Arrays.asList(values));
  }

  /** The row of this JSON object; empty when it is none. */
  public static Optional<NotificationRow> parse(String json) {
    return NotificationJson.parse(json);
  }

  @Override
  public String json() {
    return NotificationJson.of(this);
  }

  @Override
  public int length() {
    int length = 0;
    for (String value : values) {
      length += value == null ? 0 : value.length();
    }
    return length;
  }

  /** What must be kept of a row that PostgreSQL refuses and whose request is gone. */
  public RejectedRow rejected(Rejection rejection) {
    Bytes read = Bytes.of(json().getBytes(UTF_8));
    RequestMethod method = RequestMethod.valueOf(text(NotificationColumn.METHOD));
    return RejectedRow.of(
        text(NotificationColumn.SOURCE),
        Instant.parse(text(NotificationColumn.RECEIVED_AT)),
        rejection,
        NotifyRequest.kept(method, null, "application/json", read));
  }

  @Nullable String value(NotificationColumn column) {
    return values.get(column.ordinal());
  }

  private String text(NotificationColumn column) {
    return Objects.requireNonNull(value(column));
  }
}
