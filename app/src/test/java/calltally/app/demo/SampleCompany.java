package calltally.app.demo;

import calltally.app.demo.exchange.DemoCompany;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedCompany.Habits;
import calltally.app.demo.exchange.SimulatedCompany.Line;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import calltally.app.demo.exchange.SimulatedCompany.Ringing;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A company whose reports are hard to lay out.
 *
 * @param sends whether a notification, as JSON, is sent
 * @param edit changes what is sent
 */
record SampleCompany(
    String name, SimulatedCompany company, Predicate<String> sends, UnaryOperator<String> edit) {

  private static final Habits HABITS =
      new Habits(0.2, 0.02, 0.01, Duration.ofSeconds(7), Duration.ofSeconds(100), 12);
  private static final Habits BRIEF =
      new Habits(0.05, 0.01, 0.01, Duration.ofSeconds(5), Duration.ofSeconds(40), 0);

  private static final List<String> LONG_NAMES =
      List.of(
          "Константин Константинович Константинопольский-Воскресенский",
          "Александра Владиславовна Преображенская",
          "Абдурахман Абдулгамидович Магомедрасулов",
          "Мария-Магдалена Вениаминовна Щёголева-Рождественская",
          "Пётр Семёнов-Тян-Шанский",
          "Ия Ли");

  private static final List<String> LONG_DEPARTMENTS =
      List.of("Отдел по работе с постоянными клиентами", "Сервисно-техническая служба поддержки");

  @Override
  public String toString() {
    return name;
  }

  static List<SampleCompany> all() {
    return List.of(
        sending("long-names", longNames()),
        sending("80-managers", manyManagers()),
        new SampleCompany(
            "busy-line",
            busyLine(),
            json -> json.contains("\"2026-11-1") || json.contains("\"2026-11-20T"),
            json -> json.replaceAll("\"2026-11-1\\dT", "\"2026-11-20T")),
        new SampleCompany(
            "nobody-calls-back", little(4), SampleCompany::isIncoming, UnaryOperator.identity()),
        new SampleCompany(
            "withheld-numbers",
            little(4),
            SampleCompany::isIncoming,
            json -> json.replaceAll("\"caller\":\"[^\"]*\"", "\"caller\":\"anonymous\"")),
        new SampleCompany("one-manager", little(2), json -> true, SampleCompany::ofFirstManager),
        new SampleCompany(
            "nothing", DemoCompany.inEnglish(), json -> false, UnaryOperator.identity()));
  }

  private static SampleCompany sending(String name, SimulatedCompany company) {
    return new SampleCompany(name, company, json -> true, UnaryOperator.identity());
  }

  private static boolean isIncoming(String json) {
    return !json.contains("\"outgoing_");
  }

  /** Gives the second of two managers the numbers of the first: the simulation needs two. */
  private static String ofFirstManager(String json) {
    return json.replace("+375290000111", "+375290000110").replace("\"102\"", "\"101\"");
  }

  private static SimulatedCompany longNames() {
    return company(
        "Общество с ограниченной ответственностью «Ромашка и партнёры»",
        List.of(
            line(1, "Горячая линия для постоянных клиентов и партнёров", LONG_DEPARTMENTS.get(0)),
            line(2, "Приём заявок на ремонт и обслуживание", LONG_DEPARTMENTS.get(1))),
        IntStream.range(0, LONG_NAMES.size())
            .mapToObj(i -> manager(i, LONG_NAMES.get(i), LONG_DEPARTMENTS.get(i % 2), HABITS))
            .toList());
  }

  private static SimulatedCompany manyManagers() {
    return company(
        "Large Ltd",
        IntStream.rangeClosed(1, 8).mapToObj(i -> line(i, "Line " + i, "Department " + i)).toList(),
        IntStream.range(0, 80)
            .mapToObj(i -> manager(i, "Manager " + i, "Department " + (1 + i % 8), HABITS))
            .toList());
  }

  /** All calls of a week fall on one Friday, more than a thousand of them in an hour. */
  private static SimulatedCompany busyLine() {
    return company(
        "Busy Ltd",
        List.of(new Line("+375290000001", "Support", "Support", Ringing.IN_SEQUENCE, 900)),
        IntStream.range(0, 20)
            .mapToObj(i -> manager(i, "Manager " + i, "Support", BRIEF))
            .toList());
  }

  private static SimulatedCompany little(int managers) {
    return company(
        "Little Ltd",
        List.of(line(1, "Sales", "Sales")),
        IntStream.range(0, managers)
            .mapToObj(i -> manager(i, "Manager " + i, "Sales", HABITS))
            .toList());
  }

  private static SimulatedCompany company(String name, List<Line> lines, List<Manager> managers) {
    SimulatedCompany demo = DemoCompany.inEnglish();
    return new SimulatedCompany(name, demo.zone(), demo.region(), lines, managers, demo.hours());
  }

  private static Line line(int number, String name, String department) {
    return new Line("+37529000000" + number, name, department, Ringing.IN_SEQUENCE, 60);
  }

  private static Manager manager(int index, String name, String department, Habits habits) {
    return new Manager(
        name, department, "+3752900001" + (10 + index), String.valueOf(101 + index), habits);
  }
}
