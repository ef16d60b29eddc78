package calltally.exchange;

/**
 * What an exchange reports. What it does not tell is never guessed.
 *
 * @param ringStart when a phone begins to ring
 * @param ringEnd when it stops
 * @param ringOutcome why it stops
 * @param ownTimes when an event happened; otherwise the time of receipt must do
 */
public record Capabilities(
    boolean ringStart, boolean ringEnd, boolean ringOutcome, boolean ownTimes) {

  /** Everything. */
  public static final Capabilities ALL = new Capabilities(true, true, true, true);
}
