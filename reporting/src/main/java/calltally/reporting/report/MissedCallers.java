package calltally.reporting.report;

/**
 * Distinct known customers with a missed call in the period, by call-back state of the last.
 *
 * @param withheldCalls missed calls of unknown customers, whom nobody can call back
 */
public record MissedCallers(
    int returned,
    int cameBack,
    int tried,
    int outstanding,
    int expired,
    int withheldCalls,
    ReachedCallers reached) {

  public static final MissedCallers NONE = new MissedCallers(0, 0, 0, 0, 0, 0, ReachedCallers.NONE);

  public int callers() {
    return returned + cameBack + tried + outstanding + expired;
  }

  /** Whether calls were missed, and the number of every one of them was withheld. */
  public boolean areAllWithheld() {
    return callers() == 0 && withheldCalls > 0;
  }

  /** Callers nobody has reached yet, tried or not. */
  public int waiting() {
    return tried + outstanding;
  }
}
