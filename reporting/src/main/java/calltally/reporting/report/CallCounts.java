package calltally.reporting.report;

/**
 * Incoming calls by what became of them; internal calls apart.
 *
 * @param shortMissed missed with a wait below the short-call limit
 * @param answeredInTime answered with wait ≤ T
 * @param missedOutsideHours missed outside configured working hours
 */
public record CallCounts(
    int incoming,
    int answered,
    int missed,
    int unfinished,
    int shortMissed,
    int answeredInTime,
    int missedOutsideHours) {

  public static final CallCounts NONE = new CallCounts(0, 0, 0, 0, 0, 0, 0);

  public CallCounts {
    if (incoming != answered + missed + unfinished) {
      throw new IllegalArgumentException(
          "calls do not add up: incoming = answered + missed + unfinished, was %d = %d + %d + %d"
              .formatted(incoming, answered, missed, unfinished));
    }
  }

  /** These calls and more. */
  public CallCounts plus(CallCounts more) {
    return new CallCounts(
        incoming + more.incoming,
        answered + more.answered,
        missed + more.missed,
        unfinished + more.unfinished,
        shortMissed + more.shortMissed,
        answeredInTime + more.answeredInTime,
        missedOutsideHours + more.missedOutsideHours);
  }

  /** Answered ÷ (answered + missed). */
  public Rate answerRate() {
    return new Rate(answered, answered + missed);
  }

  /** Answered in time ÷ (answered + missed − short missed). */
  public Rate serviceLevel() {
    return new Rate(answeredInTime, answered + missed - shortMissed);
  }
}
