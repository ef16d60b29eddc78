package calltally.reporting.render;

import calltally.reporting.render.Part.Caption;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Rate;
import java.util.ArrayList;
import java.util.List;

/** What the review of a manager puts on paper. */
final class ReviewSheet {

  private final ManagerReview review;
  private final ManagerActivity own;
  private final Wording wording;
  private final Notation notation;

  ReviewSheet(ManagerReview review, Wording wording) {
    this.review = review;
    this.own = review.own();
    this.wording = wording;
    this.notation = wording.notation();
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
    return new Heading(review.head(), wording).sheet(verdict(), parts);
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

  /** What happened, without a word of praise or blame. */
  private String verdict() {
    if (!review.head().quality().hasData()) {
      return wording.text("verdict.no_data");
    }
    AttemptCounts attempts = own.attempts();
    Rate rate = own.standing().rate();
    if (attempts.attempts() == 0) {
      return own.outgoing() == 0
          ? wording.text("verdict.no_activity")
          : wording.counted("verdict.only_outgoing", own.outgoing());
    }
    if (rate.share().isEmpty()) {
      return wording.counted("verdict.rings", attempts.attempts());
    }
    String answered =
        wording.counted(
            "verdict.rings_answered",
            rate.whole(),
            notation.roundPercent(rate.share().getAsDouble()));
    return rate.isSmallSample() ? answered + wording.text("verdict.small_sample") : answered;
  }
}
