package calltally.reporting.render.chart;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.MissedReasons;
import java.util.Set;

/** The charts of reports about calls. */
public final class Charts {

  private Charts() {}

  /** Calls over a period: by hour for one date, by day for a longer one. */
  public static Drawing calls(CallReport report, Wording wording) {
    return new CallTrendChart(report, wording).chart();
  }

  /**
   * The same for one date, as counts.
   *
   * @param alsoShown local hours that matter even without calls
   */
  public static HourColumns hours(CallReport report, Set<Integer> alsoShown, Wording wording) {
    return new HourChart(report, alsoShown, wording).columnsOnly();
  }

  /** Incoming and missed calls by hour of the week. */
  public static Drawing week(CallReport report, Wording wording) {
    return new WeekHeatMap(report, wording).heatMap();
  }

  /** Reasons of missed calls, as one stacked bar. */
  public static Drawing missedReasons(MissedReasons reasons, Wording wording) {
    return MissedReasonBar.of(reasons, wording);
  }
}
