package calltally.reporting.report;

/** The figures of a whole day. */
public record DayTotals(CallCounts calls, MissedReasons reasons, MissedCallers missedCallers) {

  public static final DayTotals NONE =
      new DayTotals(CallCounts.NONE, MissedReasons.NONE, MissedCallers.NONE);
}
