package calltally.reporting.report.query;

import java.time.ZoneId;
import java.util.List;

/**
 * From Monday 2026-11-16 to Saturday 2026-11-21: calls with every outcome at all hours, to both
 * lines, rung at and placed by all managers, from customers who call again and some whose numbers
 * are withheld.
 */
final class BusyWeek {

  private BusyWeek() {}

  static History history() {
    History history = new History(ZoneId.of("Europe/Minsk"));
    List<String> managers = List.of(History.ANNA, History.BORIS, History.VERA);
    for (int i = 0; i < 90; i++) {
      String at = "2026-11-%02dT%02d:%02d".formatted(16 + i % 6, 8 + i % 11, i % 60);
      String customer = "+3752911100%02d".formatted(i % 23);
      String line = i % 3 == 0 ? History.SUPPORT : History.SALES;
      switch (i % 5) {
        case 0 -> history.missed(at, i % 10 == 0 ? null : customer, line, managers.get(i % 3));
        case 1 -> history.missed(at, customer, line, managers.get(i % 3), managers.get(i % 2));
        case 2 -> history.reached(at, managers.get(i % 3), customer);
        case 3 -> history.tried(at, managers.get(i % 3), customer);
        default -> history.answered(at, customer, line, managers.get(i % 2));
      }
    }
    return history.refreshed();
  }
}
