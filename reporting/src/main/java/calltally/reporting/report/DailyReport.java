package calltally.reporting.report;

import calltally.sql.source.Targets;
import calltally.sql.source.Thresholds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the daily report of a source says: one local date, seen at one moment.
 *
 * @param generatedAt the moment; call-backs are judged at it
 * @param thresholds as configured now; the figures were counted with them
 * @param usual null when none of the last four same weekdays has data
 * @param hours every local hour of the period, in the order of time
 * @param workingTime null when no working hours are configured
 * @param lines those with incoming calls, most of them first
 */
public record DailyReport(
    String source,
    Period period,
    Instant generatedAt,
    Targets targets,
    Thresholds thresholds,
    DayTotals totals,
    @Nullable Usual usual,
    List<Hour> hours,
    @Nullable WorkingTime workingTime,
    List<LineDay> lines,
    Managers managers,
    CallbackList callbacks,
    Quality quality) {

  public DailyReport {
    hours = List.copyOf(hours);
    lines = List.copyOf(lines);
  }
}
