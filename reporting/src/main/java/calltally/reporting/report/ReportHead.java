package calltally.reporting.report;

import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every report says of itself.
 *
 * @param generatedAt the moment at which it was seen; call-backs are judged at it
 * @param thresholds as configured now; the figures were counted with them
 * @param reported what the report says of its dates and restates of earlier ones, for the ledger
 * @param run number of the run in the ledger of reports; null when it is not in there
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

  /** What earlier reports of this kind and scope said otherwise. */
  public List<RestatedFigure> restated() {
    return reported.restated();
  }

  /** What the ledger keeps of it. */
  public ReportRun reportRun() {
    return new ReportRun(reportScope(kind, scope), period.dates(), generatedAt);
  }

  public static ReportSeries reportScope(ReportKind kind, Scope scope) {
    return new ReportSeries(
        scope.source(), kind.toString(), scope.lineNumber(), scope.department(), scope.manager());
  }

  /** Of a part of its period, which no ledger keeps. */
  public ReportHead of(Period part, DataQuality ofPart) {
    return new ReportHead(
        kind, scope, part, generatedAt, targets, thresholds, ofPart, ReportedFigures.NONE, null);
  }

  ReportHead withRun(long number) {
    return new ReportHead(
        kind, scope, period, generatedAt, targets, thresholds, quality, reported, number);
  }
}
