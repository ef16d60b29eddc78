package calltally.web.review;

import calltally.reporting.render.Definitions;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DayCalls;
import calltally.reporting.report.Period;
import calltally.reporting.report.PeriodLength;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The tables of a line: its calls by week and by day. */
final class LineTables {

  private final CallReport report;
  private final Notation notation;
  private final PageTexts texts;
  private final ZoneId zone;
  private final View view;
  private final UnaryOperator<String> csv;

  /**
   * The tables.
   *
   * @param csv the link to the table of that name as CSV
   */
  LineTables(CallReport report, View view, UnaryOperator<String> csv) {
    this.report = report;
    this.notation = view.wording().notation();
    this.texts = view.texts();
    this.zone = view.source().zone();
    this.view = view;
    this.csv = csv;
  }

  List<PageTable> tables() {
    Map<LocalDate, CallCounts> weeks = new TreeMap<>();
    for (DayCalls day : report.trend().days()) {
      weeks.merge(PeriodLength.WEEK.containing(day.date()).from(), day.calls(), CallCounts::plus);
    }
    PageTable days =
        table(
            "days",
            "review.day",
            report.trend().days().stream().map(this::day).toList(),
            report.head().period().isDay() ? "" : csv.apply("days"));
    return weeks.size() == 1 ? List.of(days) : List.of(table(weeks), days);
  }

  private PageTable table(Map<LocalDate, CallCounts> weeks) {
    return table(
        "weeks",
        "review.week",
        weeks.entrySet().stream().map(week -> week(week.getKey(), week.getValue())).toList(),
        "");
  }

  private PageTable table(String id, String first, List<List<Cell>> rows, String link) {
    return new PageTable(
        id,
        texts.text("review." + id),
        List.of(
            Head.text(texts.text(first)),
            Head.number(texts.text("lines.incoming")),
            Head.number(texts.text("lines.missed")),
            Head.number(texts.text("lines.rate")).meaning(definition(1)),
            Head.number(texts.text("review.service_level")).meaning(definition(2))),
        rows,
        link,
        texts.text("review.none"),
        "");
  }

  /** Of the figure at that place at the top of the page. */
  private String definition(int place) {
    List<String> definitions = Definitions.ofTiles(report, view.wording());
    return definitions.isEmpty() ? "" : definitions.get(place);
  }

  private List<Cell> week(LocalDate monday, CallCounts calls) {
    Period period = report.head().period();
    LocalDate from = monday.isBefore(period.from()) ? period.from() : monday;
    LocalDate end = monday.plusWeeks(1);
    LocalDate until = end.isAfter(period.until()) ? period.until() : end;
    return row(Cell.of(notation.briefDates(new Period(from, until, zone))), calls);
  }

  private List<Cell> day(DayCalls day) {
    String link =
        view.link("/day/", day.date().toString())
            .with("line", report.head().scope().lineNumber())
            .url();
    return row(Cell.link(notation.longDate(day.date()), link), day.calls());
  }

  private List<Cell> row(Cell first, CallCounts calls) {
    return List.of(
        first,
        Cell.of(notation.count(calls.incoming())),
        Cell.of(notation.count(calls.missed())),
        Cell.of(notation.percent(calls.answerRate().share())),
        Cell.of(notation.percent(calls.serviceLevel().share())));
  }
}
