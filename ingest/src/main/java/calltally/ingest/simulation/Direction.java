package calltally.ingest.simulation;

/** Who called: a customer or a manager. */
public enum Direction {
  INCOMING,
  OUTGOING
}
