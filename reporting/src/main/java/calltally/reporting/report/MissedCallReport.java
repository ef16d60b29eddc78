package calltally.reporting.report;

import java.util.List;

/**
 * Every missed call of a period, and every presumed missed one of a known customer, and how its
 * caller was followed up.
 *
 * @param calls oldest first
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
