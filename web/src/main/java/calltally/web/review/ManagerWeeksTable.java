package calltally.web.review;

import calltally.reporting.render.Definitions;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a manager's weeks, with the answer rate of each. */
final class ManagerWeeksTable {

  private final ManagerReview review;
  private final Wording wording;
  private final Notation notation;
  private final PageTexts texts;
  private final ZoneId zone;

  ManagerWeeksTable(ManagerReview review, View view) {
    this.review = review;
    this.wording = view.wording();
    this.notation = wording.notation();
    this.texts = view.texts();
    this.zone = view.source().zone();
  }

  /**
   * The table.
   *
   * @param csv the link to it as CSV
   */
  PageTable table(String csv) {
    return new PageTable(
        "weeks",
        wording.text("weeks.title"),
        List.of(
            Head.text(texts.text("review.week")),
            Head.number(texts.text("managers.answerable")),
            Head.number(texts.text("managers.picked_up")),
            Head.number(texts.text("managers.rate"))
                .meaning(Definitions.managersRate(review.head(), wording)),
            Head.number(texts.text("managers.rings"))),
        review.weeks().stream().map(this::row).toList(),
        csv,
        texts.text("review.none"),
        "");
  }

  private List<Cell> row(ManagerWeek week) {
    Rate rate = week.answerRate().ifKnown();
    AttemptCounts rings = week.attempts();
    return List.of(
        Cell.of(notation.briefDates(new Period(week.from(), week.until(), zone))),
        Cell.of(rate == null ? Notation.NONE : notation.count(rate.whole())),
        Cell.of(rate == null ? Notation.NONE : notation.count(rate.part())),
        rate(rate),
        Cell.of(notation.count(rings.attempts())));
  }

  private Cell rate(@Nullable Rate rate) {
    if (rate == null) {
      return Cell.of(wording.text("managers.untold")).as("grey");
    }
    Cell cell = Cell.of(notation.percent(rate.share()));
    return rate.isSmallSample() ? cell.as("grey") : cell;
  }
}
