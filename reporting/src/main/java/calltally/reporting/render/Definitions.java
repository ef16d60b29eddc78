package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import java.util.List;

/** What figures mean, in the words of the notes below the reports: to stand next to each figure. */
public final class Definitions {

  private Definitions() {}

  /** One for each figure at the top of the report, in their order; empty for other reports. */
  public static List<String> ofTiles(Report report, Wording wording) {
    if (report instanceof ManagerReview review) {
      return ReviewRow.of(review, wording).stream().map(ReviewRow::definition).toList();
    }
    if (!(report instanceof CallReport calls) || !report.head().quality().hasData()) {
      return List.of();
    }
    FootNotes notes = new FootNotes(report.head(), wording);
    return List.of(
        notes.reconciliation(calls.totals()),
        wording.text("trust.answer_rate.text"),
        notes.serviceLevel(calls.totals().calls()),
        notes.callbacks(),
        notes.callbacks());
  }

  /** What the median of a team is, and when a manager is above or below it. */
  public static String team(Wording wording) {
    return wording.text("trust.team.text");
  }

  /** How managers' answer rates are counted. */
  public static String managersRate(ReportHead head, Wording wording) {
    return new ManagerNotes(head, wording).managersRate();
  }
}
