package calltally.app.demo.exchange;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what really happened in a week. */
final class CountGroundTruth {

  private final SimulatedCompany company;
  private final LocalDate monday;
  private final List<SimulatedCall> calls;
  private final Map<LocalDate, List<SimulatedCall>> callsByDate;
  private final EngagedPhones phones;

  CountGroundTruth(SimulatedCompany company, LocalDate monday, List<SimulatedCall> calls) {
    this.company = company;
    this.monday = monday;
    this.calls =
        calls.stream()
            .sorted(
                Comparator.comparing(SimulatedCall::startedAt).thenComparing(SimulatedCall::pbxId))
            .toList();
    this.callsByDate =
        this.calls.stream().collect(groupingBy(call -> call.localDate(company.zone())));
    this.phones = new EngagedPhones(calls);
  }

  GroundTruth truth(List<ExchangeNotification> notifications, List<ExchangeNotification> repeated) {
    Map<LocalDate, List<ExchangeNotification>> sent = byDate(notifications);
    Map<LocalDate, List<ExchangeNotification>> sentAgain = byDate(repeated);
    List<DayTruth> days =
        dates()
            .map(
                date ->
                    new DayTruth(
                        date,
                        sent.getOrDefault(date, List.of()).size(),
                        sentAgain.getOrDefault(date, List.of()).size(),
                        CallFigures.of(callsOn(date))))
            .toList();
    int timeless = (int) notifications.stream().filter(each -> !each.isTimed()).count();
    return new GroundTruth(calls, days, dates().flatMap(this::managersOn).toList(), timeless);
  }

  private Stream<LocalDate> dates() {
    return monday.datesUntil(monday.plusWeeks(1));
  }

  private List<SimulatedCall> callsOn(LocalDate date) {
    return callsByDate.getOrDefault(date, List.of());
  }

  private Stream<ManagerDayTruth> managersOn(LocalDate date) {
    return company.managers().stream()
        .map(manager -> ManagerDayTruth.of(date, manager.name(), callsOn(date), phones))
        .filter(ManagerDayTruth::isActive);
  }

  private Map<LocalDate, List<ExchangeNotification>> byDate(
      List<ExchangeNotification> notifications) {
    return notifications.stream()
        .filter(ExchangeNotification::isTimed)
        .collect(groupingBy(each -> LocalDate.ofInstant(each.occurredAt(), company.zone())));
  }
}
