package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Habits;
import calltally.app.demo.exchange.SimulatedCompany.Line;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import calltally.app.demo.exchange.SimulatedCompany.Ringing;
import calltally.app.demo.exchange.SimulatedCompany.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The demonstration's company: two lines and seven managers in Minsk, open Monday to Saturday. */
public final class DemoCompany {

  private static final List<String> ENGLISH =
      List.of(
          "Anna Sokolova",
          "Dmitry Kuznetsov",
          "Olga Tsareva",
          "Ekaterina Shchegoleva",
          "Maria Yudina",
          "Pavel Zhukov",
          "Irina Eichman");
  private static final List<String> RUSSIAN =
      List.of(
          "Анна Соколова",
          "Дмитрий Кузнецов",
          "Ольга Царёва",
          "Екатерина Щёголева",
          "Мария Юдина",
          "Павел Жуков",
          "Ирина Эйхман");

  /** In the order of the names: the second lets ring, the fourth is on the phone all day. */
  private static final List<Habits> HABITS =
      List.of(
          habits(0.06, 0.01, 0.010, 6, 110, 14),
          habits(0.28, 0.03, 0.020, 9, 100, 9),
          habits(0.12, 0.02, 0.015, 7, 120, 16),
          habits(0.09, 0.01, 0.010, 6, 120, 48),
          habits(0.12, 0.02, 0.010, 6, 105, 6),
          habits(0.28, 0.05, 0.050, 8, 105, 5),
          habits(0.20, 0.02, 0.010, 8, 100, 8));

  private static final int SALES_PEOPLE = 4;

  private DemoCompany() {}

  public static SimulatedCompany inEnglish() {
    return company("Romashka", "Sales", "Support", ENGLISH);
  }

  /** The same company with Russian names; numbers and habits are the same. */
  public static SimulatedCompany inRussian() {
    return company("Ромашка", "Продажи", "Поддержка", RUSSIAN);
  }

  private static SimulatedCompany company(
      String name, String sales, String support, List<String> people) {
    List<Line> lines =
        List.of(
            new Line("+375290000001", sales, sales, Ringing.IN_SEQUENCE, 150),
            new Line("+375290000002", support, support, Ringing.ALL_AT_ONCE, 95));
    List<Manager> managers = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      managers.add(manager(i, people.get(i), i < SALES_PEOPLE ? sales : support));
    }
    return new SimulatedCompany(name, ZoneId.of("Europe/Minsk"), "BY", lines, managers, hours());
  }

  private static Manager manager(int index, String name, String department) {
    return new Manager(
        name,
        department,
        "+3752900000" + (11 + index),
        String.valueOf(101 + index),
        HABITS.get(index));
  }

  private static List<Shift> hours() {
    List<Shift> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        hours.add(new Shift(day, LocalTime.of(9, 0), LocalTime.of(18, 0)));
      }
    }
    hours.add(new Shift(DayOfWeek.SATURDAY, LocalTime.of(10, 0), LocalTime.of(15, 0)));
    return hours;
  }

  private static Habits habits(
      double letsRing, double declines, double unavailable, int pickUp, int talk, int outgoing) {
    return new Habits(
        letsRing,
        declines,
        unavailable,
        Duration.ofSeconds(pickUp),
        Duration.ofSeconds(talk),
        outgoing);
  }
}
