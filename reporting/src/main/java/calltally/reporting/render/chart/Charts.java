package calltally.reporting.render.chart;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.WeekdayHour;
import java.util.List;

/** The charts of reports about calls. */
public final class Charts {

  private Charts() {}

  /** The calls through the period: by hour of a date, by day of a longer one. */
  public static Drawing calls(CallReport report, Wording wording) {
    return new CourseChart(report, wording).chart();
  }

  /** In which hours of the week calls came in and were missed. */
  public static Drawing week(List<WeekdayHour> weekdayHours, Wording wording) {
    return new WeekChart(weekdayHours, wording).heatMap();
  }

  /** Why calls were missed, as one stacked bar. */
  public static Drawing missedReasons(MissedReasons reasons, Wording wording) {
    return ReasonStrip.of(reasons, wording);
  }
}
