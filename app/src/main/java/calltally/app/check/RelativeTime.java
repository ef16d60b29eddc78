package calltally.app.check;

import calltally.app.terminal.Message;
import java.time.Duration;

/** How long ago something was, in the unit that fits. */
final class RelativeTime {

  private RelativeTime() {}

  static Message words(Duration since) {
    if (since.compareTo(Duration.ofMinutes(2)) < 0) {
      return Message.of("ago.seconds", Math.max(0, since.toSeconds()));
    }
    if (since.compareTo(Duration.ofHours(2)) < 0) {
      return Message.of("ago.minutes", since.toMinutes());
    }
    return since.compareTo(Duration.ofDays(2)) < 0
        ? Message.of("ago.hours", since.toHours())
        : Message.counted("ago.days", Math.toIntExact(since.toDays()));
  }
}
