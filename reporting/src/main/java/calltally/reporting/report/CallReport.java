package calltally.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The daily, weekly or monthly report: how the calls of a period went.
 *
 * @param comparison figures of the usual weekday or of earlier dates; null when there is nothing to
 *     compare with
 * @param trend the calls over the course of the period
 * @param lines lines with incoming calls, busiest first
 * @param departments departments of these lines, busiest first
 * @param dates one report per date if a daily report covers several; else empty
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

  /** Whether no date of the period has working time: nobody is expected to answer then. */
  public boolean isClosed() {
    WorkingTime working = trend.workingTime();
    return dates.isEmpty()
        ? working != null && working.spans().isEmpty()
        : dates.stream().allMatch(CallReport::isClosed);
  }

  /** Callers of the period who still wait, presumed ones included. */
  public int waiting() {
    return callbacks.count(CallbackList.Group::isOfPeriod);
  }

  /** Callers of the period whose time ran out, in it or later. */
  public List<WaitingCaller> neverReached() {
    Instant start = head.period().start();
    return Stream.concat(
            callbacks.neverReached().stream().filter(caller -> !caller.missedAt().isBefore(start)),
            callbacks.expiredLater().stream())
        .toList();
  }

  /** Those of them who are no missed callers: all their calls are presumed missed. */
  public int presumedNeverReached() {
    return (int) neverReached().stream().filter(WaitingCaller::presumed).count();
  }

  /** Missed callers of the period whose time ran out, but who called again and are listed so. */
  public int missedAgain() {
    int listed = neverReached().size() - presumedNeverReached();
    return Math.max(0, totals.missedCallers().expired() - listed);
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
