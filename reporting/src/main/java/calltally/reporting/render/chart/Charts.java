package calltally.reporting.render.chart;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.WeekdayHourCalls;
import java.util.List;

/** The charts of reports about calls. */
public final class Charts {

  private Charts() {}

  /** The calls through the period: by hour of a date, by day of a longer one. */
  public static Drawing calls(CallReport report, Wording wording) {
    return new CallTrendChart(report, wording).chart();
  }

  /** In which hours of the week calls came in and were missed. */
  public static Drawing week(List<WeekdayHourCalls> weekdayHours, Wording wording) {
    return new WeekHeatMap(weekdayHours, wording).heatMap();
  }

  /** Why calls were missed, as one stacked bar. */
  public static Drawing missedReasons(MissedReasons reasons, Wording wording) {
    return MissedReasonBar.of(reasons, wording);
  }
}
