package calltally.app.demo.exchange;

/** Why an incoming call was missed. */
public enum SimulatedMissedReason {
  CALLER_GAVE_UP,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  NOT_OFFERED
}
