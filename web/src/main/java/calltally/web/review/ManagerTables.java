package calltally.web.review;

import calltally.reporting.render.Definitions;
import calltally.reporting.render.ReviewRow;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCall;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
  private final Map<String, CustomerKey> keys;
  private final View view;
  private final UnaryOperator<String> csv;

  /**
   * The tables.
   *
   * @param keys of the customers in it, as far as the reader may open their pages
   * @param csv the link to the table of that name as CSV
   */
  ManagerTables(
      ManagerReview review, Map<String, CustomerKey> keys, View view, UnaryOperator<String> csv) {
    this.review = review;
    this.wording = view.wording();
    this.notation = wording.notation();
    this.texts = view.texts();
    this.zone = view.source().zone();
    this.keys = keys;
    this.view = view;
    this.csv = csv;
  }

  List<PageTable> tables() {
    return review.weeks().size() == 1
        ? List.of(standing(), missedCalls())
        : List.of(
            standing(),
            new ManagerWeeksTable(review, view).table(csv.apply("weeks")),
            missedCalls());
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
        review.team().isAlone() ? "" : Definitions.team(wording));
  }

  private static List<Cell> row(ReviewRow row) {
    return Stream.of(
            Cell.of(row.figure()).meaning(row.definition()),
            Cell.of(row.own()),
            Cell.of(row.interval()),
            Cell.of(row.team()),
            Cell.of(row.before()),
            Cell.of(row.said()))
        .toList();
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

  private Cell customer(@Nullable String customer) {
    CustomerKey key = customer == null ? null : keys.get(customer);
    return Cell.customer(
        wording.customer(customer),
        key == null ? null : view.link("/customer/", key.toString()).url());
  }

  private List<Cell> missed(MissedCall call) {
    String reason = call.reason() == null ? "presumed" : Wording.key(call.reason());
    String state = wording.text("state." + Wording.key(call.state()));
    return List.of(
        Cell.of(notation.dayAndTime(call.missedAt(), zone)),
        customer(call.customer()),
        Cell.of(LineName.of(call.line(), wording)),
        Cell.of(wording.text("reason." + reason)),
        Cell.of(call.calledBackBy() == null ? state : state + " (" + call.calledBackBy() + ")"));
  }
}
