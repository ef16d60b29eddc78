package calltally.reporting.report;

import java.util.List;

/**
 * Daily figures of a report, as the ledger records them.
 *
 * @param days figures of each date of the period and of each earlier date it restates
 * @param restated figures that differ from earlier reports of the series, by date
 */
public record ReportedFigures(List<DayFigure> days, List<RestatedFigure> restated) {

  /** Nothing to record. */
  public static final ReportedFigures NONE = new ReportedFigures(List.of(), List.of());

  public ReportedFigures {
    days = List.copyOf(days);
    restated = List.copyOf(restated);
  }
}
