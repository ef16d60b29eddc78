package calltally.exchange;

import static java.time.temporal.ChronoUnit.MICROS;

import calltally.exchange.field.CanonicalFields;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One message from the exchange: its normalised content and its fields as sent.
 *
 * @param origin by whose rules it is read
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
 * @param alias another identifier of the same call; null for none
 */
public record Notification(
    Origin origin,
    String digest,
    String event,
    @Nullable Instant occurredAt,
    @Nullable String pbxId,
    @Nullable String caller,
    @Nullable String receiver,
    @Nullable String status,
    @Nullable BigDecimal duration,
    @Nullable String audioPath,
    @Nullable String alias,
    Fields fields,
    Set<Remark> remarks)
    implements ParseResult {

  /** Version of the parsing rules; incremented whenever they change. */
  public static final int PARSER_VERSION = 3;

  /** Of all fields together, as a call may have thousands of notifications. */
  private static final int LONGEST = 16 << 10;

  private static final int LONGEST_ID = 200;
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** What precedes an event that the exchange's protocol does not know. */
  public static final String UNKNOWN = "unknown:";

  public Notification {
    remarks = Collections.unmodifiableSet(new TreeSet<>(remarks));
  }

  /**
   * A notification of a call, to be translated when the call is derived.
   *
   * @param occurredAt null when the exchange reports no time: the time of receipt must do
   * @throws NotANotification when its fields are too long
   */
  public static Notification ofCall(
      PbxProtocol exchange,
      Receipt receipt,
      String event,
      String callId,
      @Nullable Instant occurredAt,
      Fields fields) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    if (occurredAt == null) {
      remarks.add(Remark.TIME_OF_RECEIPT);
    } else if (occurredAt.isAfter(receipt.receivedAt().plus(CLOCK_TOLERANCE))) {
      remarks.add(Remark.CLOCK_AHEAD);
    }
    return kept(
        exchange,
        receipt,
        event,
        Objects.requireNonNullElse(occurredAt, receipt.receivedAt()).truncatedTo(MICROS),
        callId,
        fields,
        remarks);
  }

  /**
   * A message that is about no call, or adds nothing to one: only kept.
   *
   * @throws NotANotification when its fields are too long
   */
  public static Notification besideCalls(
      PbxProtocol exchange, Receipt receipt, String event, Fields fields) {
    return kept(exchange, receipt, event, null, null, fields, Set.of());
  }

  private static Notification kept(
      PbxProtocol exchange,
      Receipt receipt,
      String event,
      @Nullable Instant occurredAt,
      @Nullable String callId,
      Fields fields,
      Set<Remark> remarks) {
    CanonicalFields canonical = new CanonicalFields(fields);
    if (canonical.toString().length() > LONGEST) {
      throw new NotANotification("the fields must not exceed " + LONGEST + " characters");
    }
    if (callId != null && callId.length() > LONGEST_ID) {
      throw new NotANotification("the id of a call must not exceed " + LONGEST_ID + " characters");
    }
    return new Notification(
        Origin.of(exchange, receipt),
        canonical.digest(),
        event,
        occurredAt,
        callId,
        null,
        null,
        null,
        null,
        null,
        null,
        fields,
        remarks);
  }

  /** The same with the numbers of outside parties, normalised; null where there is none. */
  public Notification between(@Nullable String from, @Nullable String to) {
    return new Notification(
        origin,
        digest,
        event,
        occurredAt,
        pbxId,
        from,
        to,
        status,
        duration,
        audioPath,
        alias,
        fields,
        remarks);
  }

  /** The same, which says that its call has another identifier, too. */
  public Notification alsoNamed(String otherId) {
    return new Notification(
        origin,
        digest,
        event,
        occurredAt,
        pbxId,
        caller,
        receiver,
        status,
        duration,
        audioPath,
        otherId,
        fields,
        remarks);
  }

  /** The same, its time read in the zone of the source because it was written without an offset. */
  public Notification withoutOffset() {
    Set<Remark> all = EnumSet.of(Remark.TIME_WITHOUT_OFFSET);
    all.addAll(remarks);
    return new Notification(
        origin,
        digest,
        event,
        occurredAt,
        pbxId,
        caller,
        receiver,
        status,
        duration,
        audioPath,
        alias,
        fields,
        all);
  }

  /** The status as it was sent, known or not. */
  public String writtenStatus() {
    return fields.text("status").orElse("{}").strip();
  }

  /** Whether it makes a call, alone or with others; the rest adds to calls at most. */
  public boolean isOfCall() {
    return origin.exchange().equals(Exchanges.DEFAULT_NAME)
        ? KnownEvents.makeCall(event)
        : pbxId != null;
  }

  /** Whether the definitions mention its event. */
  public boolean isKnown() {
    return origin.exchange().equals(Exchanges.DEFAULT_NAME)
        ? KnownEvents.include(event)
        : !event.startsWith(UNKNOWN);
  }

  /** The same notification with the digest that its fields had on receipt. */
  public Notification withDigest(String original) {
    return new Notification(
        origin,
        original,
        event,
        occurredAt,
        pbxId,
        caller,
        receiver,
        status,
        duration,
        audioPath,
        alias,
        fields,
        remarks);
  }
}
