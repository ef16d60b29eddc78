package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.chart.Drawing;
import calltally.reporting.render.chart.ReviewCharts;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pages of a manager's review. */
final class ReviewPages {

  private final ManagerReview review;
  private final ManagerActivity own;
  private final Wording wording;

  ReviewPages(ManagerReview review, Wording wording) {
    this.review = review;
    this.own = review.own();
    this.wording = wording;
  }

  PageModel page() {
    List<Section> sections = new ArrayList<>(DataNotices.of(review.head(), wording));
    List<ReviewRow> rows = ReviewRow.of(review, wording);
    sections.add(Section.table("manager/standing", standing(), rows).with(headings(rows)));
    ReviewCharts charts = new ReviewCharts(review, wording);
    if (own.attempts().attempts() > 0) {
      sections.add(
          Section.drawing(
              "shared/strip",
              new Caption(
                  wording.text("outcomes.title"),
                  wording.counted("outcomes.note", own.attempts().attempts())),
              charts.outcomes()));
      sections.addAll(ReviewReasons.section(review, wording));
      sections.add(
          Section.drawing(
              "shared/chart", new Caption(wording.text("weeks.title"), ""), charts.weeks()));
      sections.add(
          Section.of(
              "shared/pair",
              List.of(
                  new Pair(
                      wording.text("ring_times.title"),
                      charts.ringTimes(),
                      wording.text("day_hours.title"),
                      charts.hours()))));
    }
    sections.add(missedCalls());
    sections.addAll(new FootNotes(review.head(), wording).sections(review));
    return new PageHeading(review.head(), wording).page(Verdict.of(review, wording), sections);
  }

  private Caption standing() {
    return review.team().isAlone()
        ? new Caption(wording.text("standing.title.alone"), "")
        : new Caption(
            wording.text("standing.title"),
            wording.counted("standing.note", review.team().managers()));
  }

  /** The headings of the columns that have values, by template parameter. */
  private Map<String, String> headings(List<ReviewRow> rows) {
    return Map.of(
        "intervalHeading", heading("standing.interval", rows, ReviewRow::interval),
        "teamHeading", heading("standing.team", rows, ReviewRow::team),
        "beforeHeading", heading("standing.before", rows, ReviewRow::before),
        "saidHeading", heading("standing.said", rows, ReviewRow::said));
  }

  private String heading(String key, List<ReviewRow> rows, Function<ReviewRow, String> column) {
    return rows.stream().map(column).allMatch(String::isEmpty) ? "" : wording.text(key);
  }

  /** Two drawings side by side. */
  record Pair(String leftTitle, Drawing left, String rightTitle, Drawing right) {}

  private Section missedCalls() {
    Caption caption =
        new Caption(
            wording.text("missed.own.title"),
            wording.text("missed.note"),
            new EmptySectionText(review.head(), wording)
                .of(own.ringsUntold() ? "empty.missed.untold" : "empty.missed.own"));
    return MissedRow.section(caption, review.missedCalls(), review.head(), wording);
  }
}
