package calltally.reporting.report;

/**
 * Incoming calls, counted by outcome; without internal calls.
 *
 * @param shortMissed missed with a wait below the short-call limit
 * @param answeredInTime answered after a wait of at most T seconds (service level)
 * @param missedOutsideHours missed outside configured working hours
 * @param waitsKnown answered or missed, with a known wait
 */
public record CallCounts(
    int incoming,
    int answered,
    int missed,
    int unfinished,
    int shortMissed,
    int answeredInTime,
    int missedOutsideHours,
    int waitsKnown) {

  public static final CallCounts NONE = new CallCounts(0, 0, 0, 0, 0, 0, 0);

  public CallCounts {
    if (incoming != answered + missed + unfinished) {
      throw new IllegalArgumentException(
          "cannot count calls: incoming must be answered + missed + unfinished"
              + " (was %d and %d + %d + %d)".formatted(incoming, answered, missed, unfinished));
    }
  }

  /** Calls whose waits are all known. */
  public CallCounts(
      int incoming,
      int answered,
      int missed,
      int unfinished,
      int shortMissed,
      int answeredInTime,
      int missedOutsideHours) {
    this(
        incoming,
        answered,
        missed,
        unfinished,
        shortMissed,
        answeredInTime,
        missedOutsideHours,
        answered + missed);
  }

  public CallCounts plus(CallCounts more) {
    return new CallCounts(
        incoming + more.incoming,
        answered + more.answered,
        missed + more.missed,
        unfinished + more.unfinished,
        shortMissed + more.shortMissed,
        answeredInTime + more.answeredInTime,
        missedOutsideHours + more.missedOutsideHours,
        waitsKnown + more.waitsKnown);
  }

  /** Answered ÷ (answered + missed). */
  public Rate answerRate() {
    return new Rate(answered, answered + missed);
  }

  /** Answered in time ÷ (answered + missed − short missed), all with a known wait. */
  public Rate serviceLevel() {
    return new Rate(answeredInTime, waitsKnown - shortMissed);
  }

  /** Answered or missed calls whose wait is not known; in no part of the service level. */
  public int waitsUnknown() {
    return answered + missed - waitsKnown;
  }
}
