package calltally.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a period went: the daily, weekly and monthly report.
 *
 * @param comparison with what is usual or was before; null when there is nothing to compare with
 * @param trend the calls through the period
 * @param lines those with incoming calls, most of them first
 * @param departments the lines' departments with incoming calls, most of them first
 * @param dates of a daily report of several dates each by itself, without call-backs; else none
 */
public record CallReport(
    ReportHead head,
    Totals totals,
    @Nullable Comparison comparison,
    List<Finding> findings,
    CallTrend trend,
    List<LineCalls> lines,
    List<DepartmentCalls> departments,
    Managers managers,
    CallbackList callbacks,
    List<CallReport> dates)
    implements Report {

  public CallReport {
    findings = List.copyOf(findings);
    lines = List.copyOf(lines);
    departments = List.copyOf(departments);
    dates = List.copyOf(dates);
  }

  @Override
  public Report withRun(long run) {
    return new CallReport(
        head.withRun(run),
        totals,
        comparison,
        findings,
        trend,
        lines,
        departments,
        managers,
        callbacks,
        dates);
  }
}
