package calltally.app.demo.exchange;

import java.util.List;

/** Why an incoming call was missed. */
public enum SimulatedMissedReason {
  CALLER_GAVE_UP,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  NOT_OFFERED;

  /** The reason of a missed call with these rings. */
  static SimulatedMissedReason of(List<SimulatedRing> rings) {
    if (had(rings, RingOutcome.NO_ANSWER)) {
      return NO_ANSWER;
    }
    if (had(rings, RingOutcome.CALLER_GAVE_UP)) {
      return CALLER_GAVE_UP;
    }
    if (had(rings, RingOutcome.BUSY)) {
      return BUSY;
    }
    return rings.isEmpty() ? NOT_OFFERED : UNAVAILABLE;
  }

  private static boolean had(List<SimulatedRing> rings, RingOutcome outcome) {
    return rings.stream().anyMatch(ring -> ring.outcome() == outcome);
  }
}
