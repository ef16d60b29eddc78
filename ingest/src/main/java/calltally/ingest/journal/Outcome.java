package calltally.ingest.journal;

/** What the journal did with a delivery. */
public enum Outcome {
  /** It is the first of its notification. */
  STORED,
  /** Its notification was there already. */
  DUPLICATE
}
