package calltally.ingest.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One message from the exchange: its normalised content and its fields as sent.
 *
 * @param digest SHA-256 of the canonical fields, in hexadecimal: equal for repeated deliveries
 * @param event trimmed, in lower case: a name of Latin letters, digits and any of {@code _.:-}
 * @param occurredAt the exchange's clock, whole microseconds; null for events without a time
 * @param pbxId the exchange's identifier of the call, trimmed; null where the event has none
 * @param caller E.164, an extension or cleaned text; null when withheld or absent
 * @param receiver like caller
 * @param status one of the seven known words; null when absent
 * @param duration seconds, not negative; null when absent or unreadable
 * @param audioPath http or https link of at most 2,048 characters, without user or password; null
 *     otherwise
 */
public record Notification(
    String digest,
    String event,
    @Nullable Instant occurredAt,
    @Nullable String pbxId,
    @Nullable String caller,
    @Nullable String receiver,
    @Nullable String status,
    @Nullable BigDecimal duration,
    @Nullable String audioPath,
    Fields fields,
    Set<Remark> remarks)
    implements ParseResult {

  /** Version of the parsing rules; incremented whenever they change. */
  public static final int PARSER_VERSION = 3;

  public Notification {
    remarks = Collections.unmodifiableSet(new TreeSet<>(remarks));
  }

  /** The status as it was sent, known or not. */
  public String writtenStatus() {
    return fields.text("status").orElse("{}").strip();
  }

  /** Whether it makes a call, alone or with others; the rest adds to calls at most. */
  public boolean isOfCall() {
    return KnownEvents.makeCall(event);
  }

  /** Whether the definitions mention its event. */
  public boolean isKnown() {
    return KnownEvents.include(event);
  }

  /** The same notification with the digest that its fields had on arrival. */
  public Notification withDigest(String original) {
    return new Notification(
        original,
        event,
        occurredAt,
        pbxId,
        caller,
        receiver,
        status,
        duration,
        audioPath,
        fields,
        remarks);
  }
}
