package calltally.reporting.render;

import calltally.reporting.render.Part.Caption;
import calltally.reporting.render.chart.Drawing;
import calltally.reporting.render.chart.ReviewCharts;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import java.util.ArrayList;
import java.util.List;

/** What the review of a manager puts on paper. */
final class ReviewSheet {

  private final ManagerReview review;
  private final ManagerActivity own;
  private final Wording wording;

  ReviewSheet(ManagerReview review, Wording wording) {
    this.review = review;
    this.own = review.own();
    this.wording = wording;
  }

  Sheet sheet() {
    List<Part> parts = new ArrayList<>(Notices.of(review.head(), wording));
    parts.add(
        Part.table(
            "manager/standing",
            new Caption(
                wording.text("standing.title"),
                wording.counted("standing.note", review.team().managers())),
            StandingRow.of(review, wording)));
    ReviewCharts charts = new ReviewCharts(review, wording);
    if (own.attempts().attempts() > 0) {
      parts.add(
          Part.drawing(
              "shared/strip",
              new Caption(
                  wording.text("outcomes.title"),
                  wording.counted("outcomes.note", own.attempts().attempts())),
              charts.outcomes()));
      parts.add(
          Part.drawing(
              "shared/chart", new Caption(wording.text("weeks.title"), ""), charts.weeks()));
      parts.add(
          Part.of(
              "shared/pair",
              List.of(
                  new Pair(
                      wording.text("ring_times.title"),
                      charts.ringTimes(),
                      wording.text("day_hours.title"),
                      charts.hours()))));
    }
    parts.add(missedCalls());
    parts.addAll(new TrustNotes(review.head(), wording).parts(own.attempts()));
    return new Heading(review.head(), wording).sheet(Verdict.of(review, wording), parts);
  }

  /** Two drawings beside each other. */
  record Pair(String leftTitle, Drawing left, String rightTitle, Drawing right) {}

  private Part missedCalls() {
    return Part.table(
        "shared/missed",
        new Caption(
            wording.text("missed.own.title"),
            "",
            new Emptiness(review.head(), wording).of("empty.missed.own")),
        MissedRow.of(review.missedCalls(), review.head().period(), wording));
  }
}
