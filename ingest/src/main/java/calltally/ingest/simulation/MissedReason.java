package calltally.ingest.simulation;

/** Why an incoming call was missed. */
public enum MissedReason {
  CALLER_GAVE_UP,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  NOT_OFFERED
}
