package calltally.exchange.sipsim;

import calltally.exchange.KnownEvents;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The event of a notification: named, or known by the fields that only it has. */
final class SipSimEvent {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_.:-]{1,64}");

  private SipSimEvent() {}

  static String of(Fields fields) {
    String event =
        fields
            .word("event")
            .map(sent -> sent.toLowerCase(Locale.ROOT))
            .or(() -> unnamedEvent(fields))
            .orElseThrow(() -> new NotANotification("event", "a notification must have an event"));
    if (!KnownEvents.makeCall(event) && !NAME.matcher(event).matches()) {
      throw new NotANotification(
          "event", "an event must be a name: 1 to 64 Latin letters, digits or any of _ . : -");
    }
    return event;
  }

  private static Optional<String> unnamedEvent(Fields fields) {
    if (fields.has("speech_state")) {
      return Optional.of("speech");
    }
    return fields.has("summary") ? Optional.of("summary") : Optional.empty();
  }
}
