package calltally.exchange.example;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.UnixTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One message about a call.
 *
 * @param callId the same in all messages of a call
 * @param time of the exchange's clock
 * @param from empty when the number is hidden
 * @param to the line of an incoming call
 * @param extension empty when the message is about the whole call
 * @param cause empty when it is not told
 */
record KolokolMessage(
    Type type,
    String callId,
    Instant time,
    Direction direction,
    Optional<String> from,
    Optional<String> to,
    Optional<String> extension,
    Optional<String> cause) {

  /** What happened, in the order in which it happens to a phone. */
  enum Type {
    RING,
    PICK,
    HANG;

    static Optional<Type> named(String sent) {
      return Stream.of(values()).filter(type -> type.label().equals(sent)).findFirst();
    }

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who called whom. */
  enum Direction {
    IN,
    OUT,
    INT
  }

  /**
   * Reads the fields of a message whose type is known.
   *
   * @throws NotANotification when type, id, time or direction cannot be read
   */
  static KolokolMessage read(Fields fields) {
    return new KolokolMessage(
        fields
            .word("type")
            .map(type -> type.toLowerCase(Locale.ROOT))
            .flatMap(Type::named)
            .orElseThrow(() -> new NotANotification("type", "the type must be ring, pick or hang")),
        fields
            .word("uuid")
            .orElseThrow(() -> new NotANotification("uuid", "a call must have a uuid")),
        fields
            .word("ts")
            .flatMap(UnixTime::parse)
            .orElseThrow(
                () -> new NotANotification("ts", "the time must be in seconds since 1970")),
        direction(fields.word("dir").orElse("")),
        fields.word("from"),
        fields.word("to"),
        fields.word("ext"),
        fields.word("cause"));
  }

  private static Direction direction(String sent) {
    return switch (sent) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      case "int" -> Direction.INT;
      default -> throw new NotANotification("dir", "the direction must be in, out or int");
    };
  }

  boolean is(Type other) {
    return type == other;
  }

  Optional<String> outsideCaller() {
    return direction == Direction.IN ? from : Optional.empty();
  }

  Optional<String> outsideReceiver() {
    return direction == Direction.OUT ? to : Optional.empty();
  }

  /** The status of the definitions; empty for {@code ok}, which says how a talk ended. */
  Optional<String> failure() {
    return cause
        .filter(word -> !word.equals("ok"))
        .map(
            word ->
                switch (word) {
                  case "busy", "reject" -> "busy";
                  case "timeout" -> "noanswer";
                  case "gone" -> "cancel";
                  case "absent" -> "unavailable";
                  default -> "other";
                });
  }
}
