package calltally.exchange.zadarma;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.EventName;
import java.util.Locale;

/** What a message is about. */
enum ZadarmaEvent {
  NOTIFY_START,
  NOTIFY_INTERNAL,
  NOTIFY_ANSWER,
  NOTIFY_END,
  NOTIFY_OUT_START,
  NOTIFY_OUT_END,
  NOTIFY_IVR,
  NOTIFY_RECORD,
  /** Not documented. */
  UNKNOWN;

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
}
