package calltally.reporting.report;

import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every report says about itself.
 *
 * @param generatedAt the moment its figures are of; call-backs are judged at it
 * @param thresholds thresholds the figures were counted with
 * @param reported daily figures and restatements, for the ledger
 * @param run number of the run in the ledger; null when it is not recorded
 */
public record ReportHead(
    ReportKind kind,
    Scope scope,
    Period period,
    Instant generatedAt,
    Targets targets,
    Thresholds thresholds,
    DataQuality quality,
    ReportedFigures reported,
    @Nullable Long run) {

  /** Figures that differ from earlier reports of this kind and scope. */
  public List<RestatedFigure> restated() {
    return reported.restated();
  }

  /** The run as the ledger records it. */
  public ReportRun reportRun() {
    return new ReportRun(reportScope(kind, scope), period.dates(), generatedAt);
  }

  public static ReportSeries reportScope(ReportKind kind, Scope scope) {
    return new ReportSeries(
        scope.source(), kind.toString(), scope.lineNumber(), scope.department(), scope.manager());
  }

  /** The head for a part of the period, which the ledger does not record. */
  public ReportHead of(Period part, DataQuality ofPart) {
    return new ReportHead(
        kind, scope, part, generatedAt, targets, thresholds, ofPart, ReportedFigures.NONE, null);
  }

  ReportHead withRun(long number) {
    return new ReportHead(
        kind, scope, period, generatedAt, targets, thresholds, quality, reported, number);
  }
}
