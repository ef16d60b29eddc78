package calltally.app.demo.exchange;

/** How one ring of one manager's phone ended. */
public enum RingOutcome {
  ANSWERED,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  TAKEN_BY_ANOTHER,
  CALLER_GAVE_UP
}
