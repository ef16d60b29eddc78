package calltally.app.demo;

import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A week in two tables: its days and its managers.
 *
 * @param people the managers' names
 */
record WeekSummary(WeekFigures figures, LocalDate monday, List<String> people, Texts texts) {

  /** One row per day, and their total. */
  public TextTable days() {
    TextTable table =
        table("day", "notifications", "incoming", "answered", "missed", "answer_rate", "outgoing");
    week()
        .forEach(
            date -> table.add(day(texts.time("demo.day.pattern", date), List.of(date.toString()))));
    table.add(day(texts.text("demo.total"), week().stream().map(LocalDate::toString).toList()));
    return table;
  }

  /** One row per manager. */
  public TextTable managers() {
    TextTable table =
        table(
            "manager",
            "rings",
            "picked_up",
            "no_answer",
            "busy",
            "not_counted",
            "answer_rate",
            "outgoing");
    people.forEach(person -> table.add(manager(person)));
    return table;
  }

  private List<String> day(String label, List<String> days) {
    CallCounts calls = calls(days);
    return List.of(
        label,
        number(figures.sum(days, "notifications")),
        number(calls.incoming()),
        number(calls.answered()),
        number(calls.missed()),
        percent(calls.answerRate()),
        number(figures.sum(days, "outgoing")));
  }

  private CallCounts calls(List<String> days) {
    return new CallCounts(
        figures.sum(days, "incoming"),
        figures.sum(days, "answered"),
        figures.sum(days, "missed"),
        figures.sum(days, "unfinished"),
        figures.sum(days, "short_missed"),
        figures.sum(days, "answered_in_time"),
        figures.sum(days, "missed_outside_hours"));
  }

  private List<String> manager(String person) {
    List<String> days = week().stream().map(date -> date + " " + person).toList();
    AttemptCounts rings = rings(days);
    return List.of(
        person,
        number(rings.attempts()),
        number(rings.answered()),
        number(rings.noAnswer()),
        number(rings.busy()),
        number(rings.blameless()),
        percent(rings.answerRate()),
        number(figures.sum(days, "outgoing")));
  }

  private AttemptCounts rings(List<String> days) {
    return new AttemptCounts(
        figures.sum(days, "attempts"),
        figures.sum(days, "answered"),
        figures.sum(days, "no_answer"),
        figures.sum(days, "busy"),
        figures.sum(days, "unavailable"),
        figures.sum(days, "taken_by_another"),
        figures.sum(days, "caller_gave_up"),
        figures.sum(days, "other"));
  }

  private List<LocalDate> week() {
    return monday.datesUntil(monday.plusWeeks(1)).toList();
  }

  private TextTable table(String label, String... numbers) {
    List<TextColumn> columns = new ArrayList<>(List.of(new TextColumn(heading(label), false)));
    Arrays.stream(numbers).map(name -> new TextColumn(heading(name), true)).forEach(columns::add);
    return new TextTable(columns);
  }

  private String heading(String column) {
    return texts.text("demo.column." + column);
  }

  private String number(int value) {
    return texts.text("demo.number", value);
  }

  private String percent(Rate rate) {
    OptionalDouble share = rate.share();
    return share.isEmpty() ? "—" : Math.round(100 * share.getAsDouble()) + " %";
  }
}
