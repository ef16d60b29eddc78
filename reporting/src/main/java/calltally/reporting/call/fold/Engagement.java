package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;

/**
 * A time during which a call engages a manager's phone; both ends belong to it. While one call
 * does, another that finds the phone busy is explained.
 */
public record Engagement(String manager, Instant from, Instant until) {

  /** None lasts longer; what seems to is a lost end. */
  static final Duration LONGEST = Duration.ofHours(4);

  boolean isPossible() {
    return !until.isBefore(from) && Duration.between(from, until).compareTo(LONGEST) <= 0;
  }

  boolean meets(Engagement later) {
    return manager.equals(later.manager) && !later.from.isAfter(until);
  }

  /** Both as one: this begins no later than the other. */
  Engagement with(Engagement later) {
    return new Engagement(manager, from, later.until.isAfter(until) ? later.until : until);
  }
}
