package calltally.reporting.report;

import java.util.List;

/**
 * What a report says of local dates.
 *
 * @param days the figures of each date of its period, and of each earlier date that it restates
 * @param restated what earlier reports of its scope said otherwise, in the order of dates
 */
public record ReportedFigures(List<DayFigure> days, List<RestatedFigure> restated) {

  /** Nothing that the ledger keeps. */
  static final ReportedFigures NONE = new ReportedFigures(List.of(), List.of());

  public ReportedFigures {
    days = List.copyOf(days);
    restated = List.copyOf(restated);
  }
}
