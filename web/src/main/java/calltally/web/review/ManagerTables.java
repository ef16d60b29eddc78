package calltally.web.review;

import calltally.reporting.render.ReviewRow;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a manager's review. */
final class ManagerTables {

  private final ManagerReview review;
  private final Wording wording;
  private final Notation notation;
  private final PageTexts texts;
  private final ZoneId zone;
  private final UnaryOperator<String> csv;

  /**
   * The tables.
   *
   * @param csv the link to the table of that name as CSV
   */
  ManagerTables(ManagerReview review, View view, UnaryOperator<String> csv) {
    this.review = review;
    this.wording = view.wording();
    this.notation = wording.notation();
    this.texts = view.texts();
    this.zone = view.source().zone();
    this.csv = csv;
  }

  List<PageTable> tables() {
    return List.of(standing(), weeks(), missedCalls());
  }

  private PageTable standing() {
    return new PageTable(
        "standing",
        wording.text(review.team().isAlone() ? "standing.title.alone" : "standing.title"),
        List.of(
            Head.text(texts.text("review.figure")),
            Head.number(texts.text("review.own")),
            Head.number(wording.text("standing.interval")),
            Head.number(wording.text("standing.team")),
            Head.number(wording.text("standing.before")),
            Head.text(wording.text("standing.said"))),
        ReviewRow.of(review, wording).stream().map(ManagerTables::row).toList(),
        csv.apply("summary"),
        "",
        "");
  }

  private static List<Cell> row(ReviewRow row) {
    return Stream.of(row.figure(), row.own(), row.interval(), row.team(), row.before(), row.said())
        .map(text -> Cell.of(text.replace('\n', ' ')))
        .toList();
  }

  private PageTable weeks() {
    return new PageTable(
        "weeks",
        wording.text("weeks.title"),
        List.of(
            Head.text(texts.text("review.week")),
            Head.number(texts.text("managers.answerable")),
            Head.number(texts.text("managers.picked_up")),
            Head.number(texts.text("managers.rate")),
            Head.number(texts.text("managers.rings"))),
        review.weeks().stream().map(this::week).toList(),
        csv.apply("weeks"),
        texts.text("review.none"),
        "");
  }

  private List<Cell> week(ManagerWeek week) {
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
      return Cell.of(wording.text("managers.untold")).grey();
    }
    Cell cell = Cell.of(notation.percent(rate.share()));
    return rate.isSmallSample() ? cell.grey() : cell;
  }

  private PageTable missedCalls() {
    return new PageTable(
        "missed_calls",
        wording.text("missed.own.title"),
        List.of(
            Head.text(texts.text("review.missed_at")),
            Head.text(texts.text("waiting.number")),
            Head.text(texts.text("waiting.line")),
            Head.text(texts.text("choice.reason")),
            Head.text(texts.text("customer.state"))),
        review.missedCalls().stream().map(this::missed).toList(),
        csv.apply("missed_calls"),
        texts.text("review.none_missed"),
        "");
  }

  private List<Cell> missed(MissedCall call) {
    String reason = call.reason() == null ? "presumed" : Wording.key(call.reason());
    String state = wording.text("state." + Wording.key(call.state()));
    return List.of(
        Cell.of(notation.dayAndTime(call.missedAt(), zone)),
        Cell.of(wording.customer(call.customer())),
        Cell.of(LineName.of(call.line(), wording)),
        Cell.of(wording.text("reason." + reason)),
        Cell.of(call.calledBackBy() == null ? state : state + " (" + call.calledBackBy() + ")"));
  }
}
