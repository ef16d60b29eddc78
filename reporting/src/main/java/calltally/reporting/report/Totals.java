package calltally.reporting.report;

/**
 * The figures of a whole period.
 *
 * @param outgoing calls placed
 * @param connected calls placed that were answered
 */
public record Totals(
    CallCounts calls,
    MissedReasons reasons,
    MissedCallers missedCallers,
    int outgoing,
    int connected) {

  public static final Totals NONE =
      new Totals(CallCounts.NONE, MissedReasons.NONE, MissedCallers.NONE, 0, 0);
}
