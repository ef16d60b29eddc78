package calltally.app.demo.exchange;

import java.time.Duration;

/**
 * How a phone and its owner react to a ring.
 *
 * @param after from the start of the ring to the reaction; without meaning when the phone is left
 *     to ring
 */
record RingReaction(Kind kind, Duration after) {

  enum Kind {
    BUSY,
    UNAVAILABLE,
    LETS_RING,
    PICKS_UP
  }

  static RingReaction of(Kind kind, Duration after) {
    return new RingReaction(kind, after);
  }

  /** Whether the phone rings at all. */
  boolean rings() {
    return kind == Kind.LETS_RING || kind == Kind.PICKS_UP;
  }
}
