package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.Notification;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.NotificationColumn.Received;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the journal stores it: one text per column.
 *
 * @param values in the order of the columns; null for no value
 */
public record NotificationRow(List<@Nullable String> values) implements JournalRow {

  /**
   * The row of a notification.
   *
   * @param source name of the source
   * @param receivedAt our clock on arrival
   */
  public static NotificationRow of(
      String source, Instant receivedAt, RequestMethod method, Notification notification) {
    Received received = new Received(source, receivedAt, method, notification);
    List<@Nullable String> values = new ArrayList<>(NotificationColumn.ALL.size());
    for (NotificationColumn column : NotificationColumn.ALL) {
      values.add(column.text(received));
    }
    return new NotificationRow(values);
  }

  /** The row in a JSON object; empty when the text is none, or not what this version writes. */
  public static Optional<NotificationRow> parse(String json) {
    return NotificationJson.parse(json).filter(NotificationRow::canBeRejected);
  }

  /** Whether it could be kept as rejected, which must not fail in its turn. */
  private boolean canBeRejected() {
    String receivedAt = value(NotificationColumn.RECEIVED_AT);
    String method = value(NotificationColumn.METHOD);
    return value(NotificationColumn.SOURCE) != null
        && receivedAt != null
        && isTime(receivedAt)
        && method != null
        && Stream.of(RequestMethod.values()).anyMatch(known -> known.name().equals(method));
  }

  private static boolean isTime(String text) {
    try {
      var unused = Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  public String source() {
    return text(NotificationColumn.SOURCE);
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

  /** The row to keep when PostgreSQL refuses this one and the request is gone. */
  public RejectedRow rejected(Rejection rejection) {
    Bytes read = Bytes.of(json().getBytes(UTF_8));
    RequestMethod method = RequestMethod.valueOf(text(NotificationColumn.METHOD));
    return RejectedRow.of(
        source(),
        Instant.parse(text(NotificationColumn.RECEIVED_AT)),
        rejection,
        NotifyRequest.kept(method, null, "application/json", read));
  }

  private String text(NotificationColumn column) {
    return Objects.requireNonNull(value(column));
  }

  private @Nullable String value(NotificationColumn column) {
    return values.get(NotificationColumn.ALL.indexOf(column));
  }
}
