package calltally.reporting.report;

import java.util.List;

/**
 * Every missed call of a period and what became of its caller.
 *
 * @param calls in the order of time
 */
public record MissedCallReport(ReportHead head, Totals totals, List<MissedCall> calls)
    implements Report {

  public MissedCallReport {
    calls = List.copyOf(calls);
  }

  @Override
  public Report withRun(long run) {
    return new MissedCallReport(head.withRun(run), totals, calls);
  }
}
