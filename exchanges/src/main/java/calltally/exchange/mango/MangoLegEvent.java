package calltally.exchange.mango;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.UnixTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of one leg: the connection of one phone, menu or queue within an entry.
 *
 * @param legId the same for all events of the leg
 * @param seq place among the events of the leg; 0 when it is not told
 * @param isPhone whether the leg is at a member's phone, not in a menu or a queue
 * @param from empty members for an outside party
 * @param reason why the leg ended; 0 when it is not told
 */
record MangoLegEvent(
    String entryId,
    String legId,
    long seq,
    Instant time,
    State state,
    boolean isPhone,
    MangoParty from,
    MangoParty to,
    Optional<String> line,
    boolean isCallback,
    int reason) {

  /** What happened to the leg. */
  enum State {
    APPEARED,
    CONNECTED,
    ON_HOLD,
    DISCONNECTED,
    UNKNOWN;

    static State of(String sent) {
      return switch (sent) {
        case "Appeared" -> APPEARED;
        case "Connected" -> CONNECTED;
        case "OnHold" -> ON_HOLD;
        case "Disconnected" -> DISCONNECTED;
        default -> UNKNOWN;
      };
    }
  }

  /** Reads the members; {@code locaton} is how the vendor's document spells it once. */
  static MangoLegEvent read(Fields json) {
    return new MangoLegEvent(
        entryId(json),
        json.word("call_id").orElse(""),
        json.word("seq").map(MangoLegEvent::whole).orElse(0L),
        time(json),
        State.of(json.word("call_state").orElse("")),
        json.word("location").or(() -> json.word("locaton")).orElse("").equals("abonent"),
        MangoParty.of(json.inside("from")),
        MangoParty.of(json.inside("to")),
        json.inside("to").word("line_number"),
        json.has("callback_initiator"),
        json.word("disconnect_reason").map(MangoLegEvent::whole).orElse(0L).intValue());
  }

  static String entryId(Fields json) {
    return json.word("entry_id")
        .orElseThrow(() -> new NotANotification("entry_id", "a call must have an entry_id"));
  }

  private static Instant time(Fields json) {
    return json.word("timestamp")
        .flatMap(UnixTime::parse)
        .orElseThrow(
            () -> new NotANotification("timestamp", "the time must be in seconds since 1970"));
  }

  private static long whole(String sent) {
    return sent.matches("\\d{1,9}") ? Long.parseLong(sent) : 0;
  }

  boolean is(State other) {
    return state == other;
  }

  /** Whether somebody outside is connected to the phone, or is to be. */
  boolean isFromOutside() {
    return !from.isMember();
  }

  /** Whether a member's phone is at the far end. */
  boolean isToMember() {
    return to.isMember();
  }

  Optional<String> outsideCaller() {
    return isFromOutside() ? from.number() : Optional.empty();
  }

  Optional<String> outsideReceiver() {
    return from.isMember() && !to.isMember() ? to.number() : Optional.empty();
  }
}
