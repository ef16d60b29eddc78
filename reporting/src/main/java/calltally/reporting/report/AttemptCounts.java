package calltally.reporting.report;

/**
 * Rings of managers' phones, counted by outcome.
 *
 * @param busyInCall of the busy ones, those that came while the manager was on another call
 * @param other rings with another or an unknown outcome, or still ringing
 * @param untold of these, the ones whose end the exchange did not report
 */
public record AttemptCounts(
    int attempts,
    int answered,
    int noAnswer,
    int busy,
    int busyInCall,
    int unavailable,
    int takenByAnother,
    int callerGaveUp,
    int other,
    int untold) {

  public static final AttemptCounts NONE = new AttemptCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public AttemptCounts {
    int sum = answered + noAnswer + busy + unavailable + takenByAnother + callerGaveUp + other;
    if (attempts != sum || busyInCall > busy || untold > other) {
      throw new IllegalArgumentException(
          ("cannot count attempts: they must equal the sum of their outcomes (was %d and %d), and"
                  + " parts must not exceed their wholes (was %d of %d busy, %d of %d other)")
              .formatted(attempts, sum, busyInCall, busy, untold, other));
    }
  }

  /** Rings that found the phone busy although the manager was on no other call. */
  public int busyOtherwise() {
    return busy - busyInCall;
  }

  /** Answered ÷ (answered + taken by another): how often the manager takes a common ring. */
  public Rate pickupShare() {
    return new Rate(answered, answered + takenByAnother);
  }

  public AttemptCounts plus(AttemptCounts more) {
    return new AttemptCounts(
        attempts + more.attempts,
        answered + more.answered,
        noAnswer + more.noAnswer,
        busy + more.busy,
        busyInCall + more.busyInCall,
        unavailable + more.unavailable,
        takenByAnother + more.takenByAnother,
        callerGaveUp + more.callerGaveUp,
        other + more.other,
        untold + more.untold);
  }
}
