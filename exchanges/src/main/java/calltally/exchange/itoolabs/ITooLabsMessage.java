package calltally.exchange.itoolabs;

import static java.util.Comparator.comparing;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.MissingValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message about one call.
 *
 * @param callId of the part of the call that it is about
 * @param direction empty when it is not stated
 * @param user whose phone it is about
 * @param phone the other party's number, as sent
 * @param line the dialled number, as sent
 */
record ITooLabsMessage(
    RawNotification raw,
    Kind kind,
    String callId,
    Optional<String> secondCallId,
    Optional<Direction> direction,
    ITooLabsUser user,
    Optional<String> phone,
    Optional<String> line) {

  static final String EVENT = "event";
  static final String HISTORY = "history";

  /** By time; at the same time, in the order of a call. */
  static final Comparator<ITooLabsMessage> ORDER =
      comparing((ITooLabsMessage message) -> message.raw().occurredAt())
          .thenComparing(ITooLabsMessage::kind)
          .thenComparing(message -> message.raw().digest());

  private static final Pattern EXTENSION = Pattern.compile("\\d{1,6}");
  private static final int LONGEST_ID = 200;

  /** What a message says; in the order in which these follow one another. */
  enum Kind {
    /** A user's phone rings. */
    INCOMING,
    /** A user calls somebody. */
    OUTGOING,
    /** A user's phone stops ringing, and nobody talked on it. */
    CANCELLED,
    ACCEPTED,
    TRANSFERRED,
    /** A talk is over. */
    COMPLETED,
    /** The call is over. */
    HISTORY;

    /** Empty when it is not known. */
    static Optional<Kind> of(Fields fields) {
      if (fields.word("cmd").filter(HISTORY.name()::equalsIgnoreCase).isPresent()) {
        return Optional.of(HISTORY);
      }
      return fields
          .word("type")
          .flatMap(
              sent ->
                  switch (sent.toUpperCase(Locale.ROOT)) {
                    case "INCOMING" -> Optional.of(INCOMING);
                    case "OUTGOING" -> Optional.of(OUTGOING);
                    case "CANCELLED", "CANCELED" -> Optional.of(CANCELLED);
                    case "ACCEPTED" -> Optional.of(ACCEPTED);
                    case "TRANSFERRED" -> Optional.of(TRANSFERRED);
                    case "COMPLETED" -> Optional.of(COMPLETED);
                    default -> Optional.empty();
                  });
    }
  }

  /** Between whom a call is. */
  enum Direction {
    IN,
    OUT,
    INTERNAL;

    /** In a history, the type is the direction. */
    static Optional<Direction> stated(Fields fields) {
      return fields
          .word("direction")
          .flatMap(Direction::of)
          .or(() -> fields.word("type").flatMap(Direction::of));
    }

    private static Optional<Direction> of(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "in", "incoming" -> Optional.of(IN);
        case "out", "outgoing" -> Optional.of(OUT);
        case "internal" -> Optional.of(INTERNAL);
        default -> Optional.empty();
      };
    }
  }

  /** Empty when this version knows no such message. */
  static Optional<ITooLabsMessage> of(RawNotification raw) {
    Fields fields = raw.fields();
    return Kind.of(fields)
        .map(
            kind ->
                new ITooLabsMessage(
                    raw,
                    kind,
                    raw.callId(),
                    secondCallId(fields),
                    Direction.stated(fields),
                    ITooLabsUser.of(fields),
                    fields.text("phone"),
                    fields.text("diversion")));
  }

  static String callId(Fields fields) {
    return id(fields, "callid")
        .orElseThrow(() -> new NotANotification("callid", "a call must have a callid"));
  }

  /**
   * The part of the call to which it was transferred; empty when it is the same.
   *
   * @throws NotANotification when it is too long
   */
  static Optional<String> secondCallId(Fields fields) {
    return id(fields, "second_callid").filter(id -> !id(fields, "callid").equals(Optional.of(id)));
  }

  /** The other party's number as sent, unless it is a member's extension. */
  static Optional<String> outsideNumber(Fields fields) {
    return Direction.stated(fields).filter(Direction.INTERNAL::equals).isPresent()
        ? Optional.empty()
        : fields.text("phone").filter(phone -> !isExtension(phone));
  }

  private static boolean isExtension(String phone) {
    return EXTENSION.matcher(phone.strip()).matches();
  }

  /** Whether the other party is named by an extension. */
  boolean isToExtension() {
    return phone.filter(ITooLabsMessage::isExtension).isPresent();
  }

  private static Optional<String> id(Fields fields, String name) {
    Optional<String> id = fields.word(name).filter(sent -> !MissingValue.is(sent));
    if (id.filter(sent -> sent.length() > LONGEST_ID).isPresent()) {
      throw new NotANotification(name, "the id must not exceed " + LONGEST_ID + " characters");
    }
    return id;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** When it arrived. */
  Instant receivedAt() {
    return raw.occurredAt();
  }

  CallNotification as(
      CallEvent event, Instant time, @Nullable String caller, @Nullable String receiver) {
    return CallNotification.of(event, time, raw, caller, receiver);
  }
}
