package calltally.exchange.testing;

import calltally.exchange.CallNotification;
import java.time.Duration;
import java.time.Instant;

/** A translated event as tests write it: event, seconds, caller, receiver, status. */
public final class EventLine {

  private EventLine() {}

  /**
   * The event as a line.
   *
   * @param start from which the seconds are counted
   */
  public static String of(CallNotification event, Instant start) {
    return "%s %d %s %s %s"
        .formatted(
            event.event().label(),
            Duration.between(start, event.time()).toSeconds(),
            event.caller(),
            event.receiver(),
            event.status());
  }
}
