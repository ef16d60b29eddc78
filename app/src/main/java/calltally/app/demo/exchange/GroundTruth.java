package calltally.app.demo.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What really happened in a simulated week, known from the simulation, not from notifications.
 *
 * <p>Days are local dates of the company; the figures mean what the product means by them.
 *
 * @param calls in order of their start
 * @param days Monday to Sunday
 * @param managerDays by date, then in the order of the company's managers
 * @param timelessNotifications distinct notifications without a {@code time}: they belong to no day
 */
public record GroundTruth(
    List<SimulatedCall> calls,
    List<DayTruth> days,
    List<ManagerDayTruth> managerDays,
    int timelessNotifications) {

  public GroundTruth {
    calls = List.copyOf(calls);
    days = List.copyOf(days);
    managerDays = List.copyOf(managerDays);
  }

  /** Of calls whose notifications are not known, and so not counted. */
  public static GroundTruth of(
      SimulatedCompany company, LocalDate monday, List<SimulatedCall> calls) {
    return new CountGroundTruth(company, monday, calls).truth(List.of(), List.of());
  }

  /** One of the seven days. */
  public DayTruth day(LocalDate date) {
    return days.stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cannot find the day: must lie in the simulated week (was " + date + ")"));
  }

  /** What each manager did on one of the days. */
  public List<ManagerDayTruth> managersOn(LocalDate date) {
    return managerDays.stream().filter(day -> day.date().equals(date)).toList();
  }

  /** Figures of the whole week. */
  public CallFigures week() {
    return CallFigures.of(calls);
  }

  /** Distinct notifications of the week, those without a time included. */
  public int notifications() {
    return timelessNotifications + days.stream().mapToInt(DayTruth::notifications).sum();
  }

  /** Deliveries that repeat a notification. */
  public int repeatedDeliveries() {
    return days.stream().mapToInt(DayTruth::repeatedDeliveries).sum();
  }

  /** Customers missed in the week, by number, with their state at its end. */
  public List<MissedCaller> missedCallers() {
    return missedCallersAt(Instant.MAX);
  }

  /** The same at an instant, knowing only the calls that had started by then. */
  public List<MissedCaller> missedCallersAt(Instant instant) {
    return MissedCallerStates.at(instant, calls);
  }
}
