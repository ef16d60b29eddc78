package calltally.web;

import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** An invented company with five weeks of calls: always the same ones, in either language. */
final class Showcase {

  static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  static final LocalTime NOW = LocalTime.of(14, 32);

  private static final int OPENS = 9;
  private static final int CLOSES = 18;
  private static final int CALLS_AN_HOUR = 18;
  private static final List<String> NAMES =
      List.of(
          "Anna Sokolova|Анна Соколова",
          "Dmitry Kuznetsov|Дмитрий Кузнецов",
          "Olga Tsareva|Ольга Царёва",
          "Ekaterina Shchegoleva|Екатерина Щёголева",
          "Maria Yudina|Мария Юдина",
          "Pavel Zhukov|Павел Жуков");

  private final History history;
  private final String language;
  private final Random random = new Random(1);

  private Showcase(History history, String language) {
    this.history = history;
    this.language = language;
  }

  /** Fills the history. */
  static void fill(History history, String language) {
    Showcase showcase = new Showcase(history, language);
    showcase.directory();
    for (LocalDate date = TODAY.minusDays(35); !date.isAfter(TODAY); date = date.plusDays(1)) {
      showcase.day(date);
    }
    history.unended(TODAY + "T14:31:10", customer(31), History.SALES);
    history.talking(TODAY + "T14:28:40", customer(32), History.SUPPORT, manager(4));
    history.refreshed();
  }

  /** The name of the company. */
  static String company(String language) {
    return ofLanguage("Romashka|Ромашка", language);
  }

  /** The name of a manager, by place. */
  static String name(int index, String language) {
    return ofLanguage(NAMES.get(index), language);
  }

  /** The name of a department and of its line. */
  static String sales(String language) {
    return ofLanguage("Sales|Продажи", language);
  }

  private static String ofLanguage(String both, String language) {
    int bar = both.indexOf('|');
    return language.equals("ru") ? both.substring(bar + 1) : both.substring(0, bar);
  }

  private static String manager(int index) {
    return "+3752900000" + (11 + index);
  }

  private static String customer(int index) {
    return "+37529%07d".formatted(5_000_000 + 7919 * index % 999_983);
  }

  private void directory() {
    String sales = sales(language);
    String support = ofLanguage("Support|Поддержка", language);
    var sql = history.sql();
    sql.update(SOURCE)
        .set(SOURCE.ANSWER_RATE_TARGET, new BigDecimal("0.90"))
        .set(SOURCE.SERVICE_LEVEL_TARGET, new BigDecimal("0.80"))
        .execute();
    sql.update(LINE)
        .set(LINE.NAME, sales)
        .set(LINE.DEPARTMENT, sales)
        .where(LINE.NUMBER.eq(History.SALES))
        .execute();
    sql.update(LINE)
        .set(LINE.NAME, support)
        .set(LINE.DEPARTMENT, support)
        .where(LINE.NUMBER.eq(History.SUPPORT))
        .execute();
    sql.deleteFrom(MANAGER_NUMBER).execute();
    for (int index = 0; index < NAMES.size(); index++) {
      history.manager(manager(index), name(index, language), index < 4 ? sales : support);
    }
    for (int weekday = 1; weekday <= 5; weekday++) {
      sql.insertInto(SHIFT, SHIFT.SOURCE_ID, SHIFT.WEEKDAY, SHIFT.FROM_TIME, SHIFT.TO_TIME)
          .values(1, (short) weekday, LocalTime.of(OPENS, 0), LocalTime.of(CLOSES, 0))
          .execute();
    }
  }

  private void day(LocalDate date) {
    boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    for (int hour = OPENS - 1; hour <= CLOSES; hour++) {
      boolean isOpen = !isWeekend && hour >= OPENS && hour < CLOSES;
      int calls = isOpen ? CALLS_AN_HOUR / 2 + random.nextInt(CALLS_AN_HOUR) : random.nextInt(2);
      for (int call = 0; call < calls; call++) {
        LocalTime time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
        if (!date.equals(TODAY) || time.isBefore(NOW.minusMinutes(3))) {
          call(date, time, isOpen);
        }
      }
    }
  }

  private static String colleague(int index) {
    return manager(index < 4 ? (index + 1) % 4 : 9 - index);
  }

  private void call(LocalDate date, LocalTime time, boolean isOpen) {
    boolean isSales = random.nextInt(10) < 6;
    String line = isSales ? History.SALES : History.SUPPORT;
    int manager = isSales ? random.nextInt(4) : 4 + random.nextInt(2);
    String customer = customer(random.nextInt(4000));
    String at = date + "T" + time;
    if (isOpen && random.nextInt(100) >= 6 + 5 * manager % 9) {
      int rings = 3 + random.nextInt(random.nextInt(10) == 0 ? 40 : 12);
      history.answered(at, customer, line, manager(manager), rings, 20 + random.nextInt(240));
    } else if (isOpen) {
      history.missed(at, customer, line, manager(manager), colleague(manager));
      callBack(date, time, manager(manager), customer);
    } else {
      history.missed(at, customer, line);
      callBack(date, LocalTime.of(OPENS + 1, random.nextInt(60)), manager(manager), customer);
    }
  }

  /** Most callers are reached within the hour, some not at the first try, a few not at all. */
  private void callBack(LocalDate date, LocalTime missedAt, String manager, String customer) {
    LocalTime later = missedAt.plusMinutes(6 + random.nextInt(50)).withNano(0);
    boolean isOver = date.equals(TODAY) && later.isAfter(NOW);
    int fate = random.nextInt(100);
    if (isOver || later.isBefore(missedAt)) {
      return;
    }
    if (fate < 90) {
      history.reached(date + "T" + later, manager, customer);
    } else if (fate < 94) {
      history.tried(date + "T" + later, manager, customer);
    } else if (!date.equals(TODAY)) {
      history.reached(date + "T" + LocalTime.of(CLOSES, 30), manager, customer);
    }
  }
}
