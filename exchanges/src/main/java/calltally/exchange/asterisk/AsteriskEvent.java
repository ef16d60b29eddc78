package calltally.exchange.asterisk;

import calltally.exchange.CallEvent;
import calltally.exchange.KnownEvents;
import java.util.Locale;
import java.util.Optional;

/** The events that the recipe reports: those that make a call. */
final class AsteriskEvent {

  private AsteriskEvent() {}

  static Optional<CallEvent> named(String event) {
    return Optional.of(event)
        .filter(KnownEvents::makeCall)
        .map(name -> CallEvent.valueOf(name.toUpperCase(Locale.ROOT)));
  }
}
