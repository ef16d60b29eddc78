package calltally.app.demo.exchange;

/** What came of one ring of one manager's phone. */
public enum RingOutcome {
  ANSWERED,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  TAKEN_BY_ANOTHER,
  CALLER_GAVE_UP
}
