package calltally.reporting.report;

/**
 * Incoming calls, counted by outcome; without internal calls.
 *
 * @param shortMissed missed with a wait below the short-call limit
 * @param answeredInTime answered after a wait of at most T seconds (service level)
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
          "cannot count calls: incoming must be answered + missed + unfinished"
              + " (was %d and %d + %d + %d)".formatted(incoming, answered, missed, unfinished));
    }
  }

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
