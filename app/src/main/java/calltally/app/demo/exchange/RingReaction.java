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
    DECLINES,
    LETS_RING,
    PICKS_UP
  }

  static RingReaction of(Kind kind, Duration after) {
    return new RingReaction(kind, after);
  }

  /** Whether the phone rings on until it is picked up or the ring is broken off. */
  boolean rings() {
    return kind == Kind.LETS_RING || kind == Kind.PICKS_UP;
  }

  /** How the ring ends when nothing else ends it before. */
  RingEnd end() {
    return switch (kind) {
      case BUSY -> RingEnd.ENGAGED;
      case UNAVAILABLE -> RingEnd.UNREACHABLE;
      case DECLINES -> RingEnd.DECLINED;
      case LETS_RING -> RingEnd.RANG_OUT;
      case PICKS_UP -> RingEnd.PICKED_UP;
    };
  }
}
