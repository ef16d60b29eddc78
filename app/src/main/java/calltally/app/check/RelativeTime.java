package calltally.app.check;

import java.time.Duration;

/** How long ago something was, in the unit that fits. */
final class RelativeTime {

  private RelativeTime() {}

  static String words(Duration since) {
    if (since.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, since.toSeconds()) + " s ago";
    }
    if (since.compareTo(Duration.ofHours(2)) < 0) {
      return since.toMinutes() + " min ago";
    }
    return since.compareTo(Duration.ofDays(2)) < 0
        ? since.toHours() + " h ago"
        : since.toDays() + " days ago";
  }
}
