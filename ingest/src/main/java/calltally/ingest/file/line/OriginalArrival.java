package calltally.ingest.file.line;

import calltally.exchange.NotificationReader;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an exported notification had originally arrived.
 *
 * @param receivedAt clock of the receiver when the first delivery arrived
 * @param reader of its exchange, with the zone and region then in force; null where its fields were
 *     read at intake
 * @param digest SHA-256 in hexadecimal; kept because the fields may have been pseudonymised since
 */
public record OriginalArrival(
    Instant receivedAt, RequestMethod method, String digest, @Nullable NotificationReader reader) {

  /** Of a notification that was read at intake. */
  public OriginalArrival(Instant receivedAt, RequestMethod method, String digest) {
    this(receivedAt, method, digest, null);
  }
}
