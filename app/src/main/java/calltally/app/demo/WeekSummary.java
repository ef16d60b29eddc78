package calltally.app.demo;

import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A week in two tables: its days and its managers.
 *
 * @param people the managers' names
 */
record WeekSummary(WeekFigures figures, LocalDate monday, List<String> people, Texts texts) {

  /** One row per day, and their total. */
  public TextTable days() {
    TextTable table =
        table(
            "day",
            "notifications",
            "incoming",
            "answered",
            "missed",
            "unfinished",
            "answer_rate",
            "outgoing");
    week()
        .forEach(
            date -> table.add(day(texts.time("demo.day.pattern", date), List.of(date.toString()))));
    table.add(day(texts.text("demo.total"), week().stream().map(LocalDate::toString).toList()));
    return table;
  }

  /** One row per manager: by calls, then what only describes. */
  public TextTable managers() {
    TextTable table =
        table(
            "manager",
            "answerable",
            "picked_up",
            "answer_rate",
            "rings",
            "no_answer",
            "busy_in_call",
            "busy",
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
        number(calls.unfinished()),
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
    Rate calls =
        new Rate(figures.sum(days, "picked_up_calls"), figures.sum(days, "answerable_calls"));
    int busyInCall = figures.sum(days, "busy_in_call");
    return List.of(
        person,
        number(calls.whole()),
        number(calls.part()),
        percent(calls),
        number(figures.sum(days, "attempts")),
        number(figures.sum(days, "no_answer")),
        number(busyInCall),
        number(figures.sum(days, "busy") - busyInCall),
        number(figures.sum(days, "outgoing")));
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

  /** Whole percent; 0 % only if it is nothing, 100 % only if it is all. */
  private static String percent(Rate rate) {
    if (rate.share().isEmpty()) {
      return "—";
    }
    long percent = Math.round(100 * rate.share().getAsDouble());
    boolean isExact = rate.part() == 0 || rate.part() == rate.whole();
    return (isExact ? percent : Math.min(99, Math.max(1, percent))) + " %";
  }
}
