package calltally.app.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.terminal.Texts;
import calltally.exchange.Exchanges;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration file of a simulated company.
 *
 * @param token that its exchange uses
 * @param port where notifications are received
 * @param page where the page listens, and who may log in to it; empty without the page
 * @param exchange lines of the source that name its exchange; empty for that of the definitions
 * @param texts in the language of its comments
 */
record DemoConfiguration(
    SimulatedCompany company,
    String source,
    String token,
    int port,
    String page,
    String exchange,
    Texts texts) {

  /** First line of the file: marks the folder as the demonstration's own. */
  static String mark(Texts texts) {
    return "# " + texts.text("demo.mark");
  }

  /** The lines of the source that name the exchange; empty for that of the definitions. */
  static String exchange(WeekTraffic week) {
    if (week.exchange().name().equals(Exchanges.DEFAULT_NAME)) {
      return "";
    }
    String secrets =
        new TreeMap<>(week.secrets())
            .entrySet().stream()
                .map(secret -> "%s: \"%s\"".formatted(secret.getKey(), secret.getValue()))
                .collect(joining(", "));
    return "    exchange: %s%s"
        .formatted(
            week.exchange().name(),
            secrets.isEmpty() ? "" : "\n    secrets: {%s}".formatted(secrets));
  }

  String yaml() {
    return """
    %s
    # %s
    company: {name: "%s"}
    data: data
    http: {host: 127.0.0.1, port: %d}
    %s
    sources:
      - name: %s
        zone: %s
        region: %s
        tokens: ["%s"]
    %s
        working_hours: {%s}
        targets: {answer_rate: 0.90, service_level: 0.80, service_level_threshold: 20s}
    directory:
      managers:
    %s
      lines:
    %s
    """
        .formatted(
            mark(texts),
            texts.text("demo.comment"),
            company.name(),
            port,
            page,
            source,
            company.zone(),
            company.region(),
            token,
            exchange,
            workingHours(),
            company.managers().stream().map(DemoConfiguration::manager).collect(joining("\n")),
            company.lines().stream().map(DemoConfiguration::line).collect(joining("\n")));
  }

  private String workingHours() {
    TreeMap<DayOfWeek, List<SimulatedCompany.Shift>> days =
        company.hours().stream()
            .collect(groupingBy(SimulatedCompany.Shift::day, TreeMap::new, Collectors.toList()));
    return days.entrySet().stream()
        .map(day -> key(day.getKey()) + ": [" + shifts(day.getValue()) + "]")
        .collect(joining(", "));
  }

  private static String key(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  private static String shifts(List<SimulatedCompany.Shift> shifts) {
    return shifts.stream()
        .map(shift -> "\"" + shift.from() + "-" + shift.to() + "\"")
        .collect(joining(", "));
  }

  private static String manager(SimulatedCompany.Manager manager) {
    return "    - {name: \"%s\", department: \"%s\", numbers: [\"%s\", \"%s\"]}"
        .formatted(manager.name(), manager.department(), manager.number(), manager.extension());
  }

  private static String line(SimulatedCompany.Line line) {
    return "    - {number: \"%s\", name: \"%s\", department: \"%s\"}"
        .formatted(line.number(), line.name(), line.department());
  }

  /** The secret stays out of messages. */
  @Override
  public String toString() {
    return "configuration of " + company.name();
  }
}
