package calltally.exchange.zadarma;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.EventName;
import java.util.List;
import java.util.Locale;

/** What a message is about. */
enum ZadarmaEvent {
  NOTIFY_START(Signed.INCOMING),
  NOTIFY_INTERNAL(Signed.INCOMING),
  NOTIFY_ANSWER(Signed.ANSWER),
  NOTIFY_END(Signed.INCOMING),
  NOTIFY_OUT_START(Signed.OUTGOING),
  NOTIFY_OUT_END(Signed.OUTGOING),
  NOTIFY_IVR(Signed.INCOMING),
  NOTIFY_RECORD(Signed.RECORD),

  /** Not documented, so neither is what is signed of it. */
  UNKNOWN(Signed.INCOMING, Signed.ANSWER, Signed.OUTGOING, Signed.RECORD);

  private final List<List<String>> signed;

  @SafeVarargs
  ZadarmaEvent(List<String>... signed) {
    this.signed = List.of(signed);
  }

  /**
   * The event of a message.
   *
   * @throws NotANotification when it names none
   */
  static ZadarmaEvent of(Fields fields) {
    String name = name(fields);
    for (ZadarmaEvent event : values()) {
      if (event != UNKNOWN && event.label().equals(name)) {
        return event;
      }
    }
    return UNKNOWN;
  }

  /** The name under which a message is stored, known or not. */
  static String name(Fields fields) {
    return fields
        .word("event")
        .map(EventName::of)
        .orElseThrow(() -> new NotANotification("event", "a notification must have an event"));
  }

  /** The fields that a signature may cover, in this order, one after the other. */
  List<List<String>> signed() {
    return signed;
  }

  boolean isOfCall() {
    return this != NOTIFY_IVR && this != NOTIFY_RECORD && this != UNKNOWN;
  }

  boolean isStart() {
    return this == NOTIFY_START || this == NOTIFY_OUT_START;
  }

  boolean isOfIncoming() {
    return this == NOTIFY_START || this == NOTIFY_END;
  }

  boolean isOfOutgoing() {
    return this == NOTIFY_OUT_START || this == NOTIFY_OUT_END;
  }

  boolean isEnd() {
    return this == NOTIFY_END || this == NOTIFY_OUT_END;
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Constants of an enum cannot refer to constants of the same class. */
  private static final class Signed {
    private static final List<String> INCOMING = List.of("caller_id", "called_did", "call_start");
    private static final List<String> ANSWER = List.of("caller_id", "destination", "call_start");
    private static final List<String> OUTGOING = List.of("internal", "destination", "call_start");
    private static final List<String> RECORD = List.of("pbx_call_id", "call_id_with_rec");
  }
}
