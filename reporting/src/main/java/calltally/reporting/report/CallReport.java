package calltally.reporting.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daily, weekly or monthly report: how the calls of a period went.
 *
 * @param comparison figures of the usual weekday or of earlier dates; null when there is nothing to
 *     compare with
 * @param trend the calls over the course of the period
 * @param lines lines with incoming calls, busiest first
 * @param departments departments of these lines, busiest first
 * @param dates one report per date, without call-backs, if a daily report covers several; else
 *     empty
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

  /**
   * Callers of the period who still wait: those on the call-back list, presumed ones included; for
   * one date of several, which has no list of its own, those with a missed call.
   */
  public int waiting() {
    return Math.max(callbacks.ofPeriod().size(), totals.missedCallers().waiting());
  }

  /** Callers of the period whose time ran out in it. */
  public List<WaitingCaller> neverReached() {
    Instant start = head.period().start();
    return callbacks.neverReached().stream()
        .filter(caller -> !caller.missedAt().isBefore(start))
        .toList();
  }

  /** Those of them who are no missed callers: their only call is presumed missed. */
  public int presumedNeverReached() {
    return (int)
        neverReached().stream()
            .filter(caller -> caller.isPresumed() && caller.missedCalls() == 1)
            .count();
  }

  /** Missed callers of the period whose time ran out after it: the next report names them. */
  public int expiredLater() {
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
