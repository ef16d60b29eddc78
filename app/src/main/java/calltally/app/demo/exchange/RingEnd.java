package calltally.app.demo.exchange;

/** What ended one ring of one manager's phone. */
public enum RingEnd {
  PICKED_UP,
  /** Nobody picked up until the exchange went on. */
  RANG_OUT,
  /** The phone was in use. */
  ENGAGED,
  /** The manager was free and rejected the call. */
  DECLINED,
  /** The phone was off the network. */
  UNREACHABLE,
  /** A colleague picked up. */
  TAKEN,
  CALLER_HUNG_UP;

  /** Whether the phone does nothing else until the ring ends. */
  boolean occupies() {
    return this == PICKED_UP || this == RANG_OUT || this == TAKEN || this == CALLER_HUNG_UP;
  }

  boolean isBusy() {
    return this == ENGAGED || this == DECLINED;
  }
}
