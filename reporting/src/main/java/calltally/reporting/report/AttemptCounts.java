package calltally.reporting.report;

/**
 * Rings of managers' phones, counted by outcome.
 *
 * @param other rings with another or an unknown outcome, or still ringing
 */
public record AttemptCounts(
    int attempts,
    int answered,
    int noAnswer,
    int busy,
    int unavailable,
    int takenByAnother,
    int callerGaveUp,
    int other) {

  public static final AttemptCounts NONE = new AttemptCounts(0, 0, 0, 0, 0, 0, 0, 0);

  public AttemptCounts {
    int sum = answered + noAnswer + busy + unavailable + takenByAnother + callerGaveUp + other;
    if (attempts != sum) {
      throw new IllegalArgumentException(
          "cannot count attempts: they must equal the sum of their outcomes (was %d and %d)"
              .formatted(attempts, sum));
    }
  }

  /** Answered ÷ (answered + no answer + busy): the other rings are no manager's fault. */
  public Rate answerRate() {
    return new Rate(answered, answered + noAnswer + busy);
  }

  /** Rings that nobody could have answered; not in the answer rate. */
  public int blameless() {
    return unavailable + takenByAnother + callerGaveUp + other;
  }

  public AttemptCounts plus(AttemptCounts more) {
    return new AttemptCounts(
        attempts + more.attempts,
        answered + more.answered,
        noAnswer + more.noAnswer,
        busy + more.busy,
        unavailable + more.unavailable,
        takenByAnother + more.takenByAnother,
        callerGaveUp + more.callerGaveUp,
        other + more.other);
  }
}
