package calltally.reporting.report;

/**
 * Distinct known customers with a missed call in the period, by the state of their last one.
 *
 * @param withheldCalls missed calls of unknown customers, whom nobody can call back
 */
public record MissedCallers(
    int returned, int cameBack, int tried, int outstanding, int expired, int withheldCalls) {

  public static final MissedCallers NONE = new MissedCallers(0, 0, 0, 0, 0, 0);

  /** All of them. */
  public int callers() {
    return returned + cameBack + tried + outstanding + expired;
  }

  /** Those whom nobody has reached yet, tried or not. */
  public int waiting() {
    return tried + outstanding;
  }
}
