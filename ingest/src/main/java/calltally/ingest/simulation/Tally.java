package calltally.ingest.simulation;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what really happened in a week. */
final class Tally {

  private final Company company;
  private final LocalDate monday;
  private final List<SimulatedCall> calls;
  private final Map<LocalDate, List<SimulatedCall>> callsByDate;

  Tally(Company company, LocalDate monday, List<SimulatedCall> calls) {
    this.company = company;
    this.monday = monday;
    this.calls =
        calls.stream()
            .sorted(
                Comparator.comparing(SimulatedCall::startedAt).thenComparing(SimulatedCall::pbxId))
            .toList();
    this.callsByDate =
        this.calls.stream().collect(groupingBy(call -> call.localDate(company.zone())));
  }

  Truth truth(List<Notification> notifications, List<Notification> repeated) {
    Map<LocalDate, List<Notification>> sent = byDate(notifications);
    Map<LocalDate, List<Notification>> sentAgain = byDate(repeated);
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
    return new Truth(calls, days, dates().flatMap(this::managersOn).toList(), timeless);
  }

  private Stream<LocalDate> dates() {
    return monday.datesUntil(monday.plusWeeks(1));
  }

  private List<SimulatedCall> callsOn(LocalDate date) {
    return callsByDate.getOrDefault(date, List.of());
  }

  private Stream<ManagerDayTruth> managersOn(LocalDate date) {
    return company.managers().stream()
        .map(manager -> ManagerDayTruth.of(date, manager.name(), callsOn(date)))
        .filter(ManagerDayTruth::isActive);
  }

  private Map<LocalDate, List<Notification>> byDate(List<Notification> notifications) {
    return notifications.stream()
        .filter(Notification::isTimed)
        .collect(groupingBy(each -> LocalDate.ofInstant(each.occurredAt(), company.zone())));
  }
}
