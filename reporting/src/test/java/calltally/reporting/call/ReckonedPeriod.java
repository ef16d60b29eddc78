package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of sections 6 and 7 over the local dates in [from, until), group by group. */
record ReckonedPeriod(List<ReckonedCall> all, Staff staff, LocalDate from, LocalDate until) {

  boolean isWithin(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(until);
  }

  private List<ReckonedCall> calls(Predicate<ReckonedCall> which) {
    return all.stream()
        .filter(call -> !call.isInternal() && isWithin(call.date()) && which.test(call))
        .toList();
  }

  private static Map<ReckonedGroup, List<ReckonedCall>> groups(
      String per, List<ReckonedCall> calls) {
    Map<ReckonedGroup, List<ReckonedCall>> groups =
        new HashMap<>(calls.stream().collect(Collectors.groupingBy(c -> ReckonedGroup.of(per, c))));
    if (per.equals("period")) {
      groups.putIfAbsent(ReckonedGroup.WHOLE, List.of());
    }
    return groups;
  }

  List<String> callFigures(String per, @Nullable String line, @Nullable String department) {
    List<String> rows = new ArrayList<>();
    groups(per, calls(call -> isOf(call, line, department)))
        .forEach((group, calls) -> rows.add(row(per, group, calls)));
    Collections.sort(rows);
    return rows;
  }

  static boolean isOf(ReckonedCall call, @Nullable String line, @Nullable String department) {
    String own = call.staff().lineDepartment(call.line(), call.date());
    return (line == null || line.equals(call.line()))
        && (department == null || department.equals(own));
  }

  private String row(String per, ReckonedGroup group, List<ReckonedCall> calls) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(group.startsOn());
    row.add(group.weekday());
    row.add(group.hour());
    row.add(group.line());
    LocalDate last =
        calls.stream().map(ReckonedCall::date).max(Comparator.naturalOrder()).orElse(from);
    boolean ofLine = per.equals("line");
    row.add(ofLine ? staff.lineName(group.line(), last) : null);
    row.add(ofLine ? staff.lineDepartment(group.line(), last) : group.department());
    ReckonedLine sums = new ReckonedLine(calls);
    addCounts(row, sums);
    addWaits(row, sums.waits("answered"));
    addWaits(row, sums.waits("missed"));
    row.add(ReckonedLine.sum(sums.talks()));
    row.add(sums.talks().size());
    row.add(ReckonedText.mean(sums.talks()));
    addCallers(row, group, calls);
    long outgoing = sums.count(call -> !call.isIncoming());
    long connected = sums.count(call -> !call.isIncoming() && call.isAnswered());
    long unanswered = sums.count(call -> !call.isIncoming() && call.isMissed());
    row.addAll(List.of(outgoing, connected, unanswered));
    addRates(row, sums, ReckonedText.rate(connected, connected + unanswered));
    row.add(per.endsWith("hour") ? null : peakHour(calls));
    return ReckonedText.row(row.toArray());
  }

  private static void addCounts(List<@Nullable Object> row, ReckonedLine sums) {
    row.add(sums.incoming(call -> true));
    row.add(sums.incoming(ReckonedCall::isAnswered));
    row.add(sums.incoming(ReckonedCall::isMissed));
    row.add(sums.incoming(call -> call.outcome().equals("unfinished")));
    row.add(sums.incoming(ReckonedCall::isShort));
    for (String reason :
        List.of("caller_gave_up", "no_answer", "busy", "unavailable", "not_offered", "unknown")) {
      row.add(sums.missed(reason));
    }
    row.add(
        sums.incoming(
            call -> call.isMissed() && !call.staff().isWorking(call.line(), call.localStart())));
    row.add(sums.incoming(ReckonedLine::isInTime));
    row.add(missedInTime(sums));
  }

  private static long missedInTime(ReckonedLine sums) {
    return sums.waits("missed").stream()
        .filter(seconds -> seconds.compareTo(BigDecimal.valueOf(20)) <= 0)
        .count();
  }

  private static void addWaits(List<@Nullable Object> row, List<BigDecimal> waits) {
    row.add(ReckonedLine.sum(waits));
    row.add(waits.size());
    row.add(ReckonedText.mean(waits));
    row.add(ReckonedText.percentile(waits, 0.5));
    row.add(ReckonedText.percentile(waits, 0.9));
    row.add(waits.isEmpty() ? null : Collections.max(waits));
  }

  private void addCallers(
      List<@Nullable Object> row, ReckonedGroup group, List<ReckonedCall> calls) {
    Set<String> callers = callers(calls, call -> true);
    row.add(callers.size());
    LocalDate first =
        group.startsOn() == null || group.startsOn().isBefore(from) ? from : group.startsOn();
    LocalDate history =
        all.stream().map(ReckonedCall::date).min(Comparator.naturalOrder()).orElse(first);
    long fresh = callers.stream().filter(caller -> isNew(caller, calls)).count();
    row.add(history.isAfter(first.minusDays(90)) ? null : fresh);
    row.add(callers(calls, ReckonedCall::isMissed).size());
  }

  private static Set<String> callers(List<ReckonedCall> calls, Predicate<ReckonedCall> which) {
    return calls.stream()
        .filter(call -> call.isIncoming() && which.test(call))
        .map(ReckonedCall::customer)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isNew(String caller, List<ReckonedCall> calls) {
    Instant first =
        calls.stream()
            .filter(call -> call.isIncoming() && caller.equals(call.customer()))
            .map(ReckonedCall::startedAt)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant since = first.minus(Duration.ofDays(90));
    return all.stream()
        .filter(call -> caller.equals(call.customer()) && !call.isInternal())
        .map(ReckonedCall::startedAt)
        .noneMatch(start -> !start.isBefore(since) && start.isBefore(first));
  }

  private static void addRates(
      List<@Nullable Object> row, ReckonedLine sums, @Nullable BigDecimal connectRate) {
    long answered = sums.incoming(ReckonedCall::isAnswered);
    long missed = sums.incoming(ReckonedCall::isMissed);
    long shortMissed = sums.incoming(ReckonedCall::isShort);
    long inTime = sums.incoming(ReckonedLine::isInTime);
    row.add(ReckonedText.rate(answered, answered + missed));
    row.add(ReckonedText.rate(missed, answered + missed));
    row.add(connectRate);
    row.add(ReckonedText.rate(inTime, answered + missed - shortMissed));
    row.add(ReckonedText.rate(inTime, answered));
    row.add(ReckonedText.rate(inTime, answered + missed));
    row.add(ReckonedText.rate(inTime, answered + missed - missedInTime(sums)));
    row.add(ReckonedText.rate(inTime + missedInTime(sums), answered + missed));
  }

  private static @Nullable Integer peakHour(List<ReckonedCall> calls) {
    int[] hours = new int[24];
    calls.stream().filter(ReckonedCall::isIncoming).forEach(c -> hours[c.localStart().getHour()]++);
    int peak = 0;
    for (int hour = 1; hour < 24; hour++) {
      peak = hours[hour] > hours[peak] ? hour : peak;
    }
    return hours[peak] == 0 ? null : peak;
  }

  List<String> managerFigures(String per, @Nullable String manager, @Nullable String department) {
    List<ReckonedMissedCall> missed = ReckonedMissedCall.of(all);
    List<String> rows = new ArrayList<>();
    groups(per, calls(call -> true))
        .forEach(
            (group, calls) -> addManagers(rows, group, team(calls, missed, department), manager));
    Collections.sort(rows);
    return rows;
  }

  private List<ReckonedManager> team(
      List<ReckonedCall> calls, List<ReckonedMissedCall> missed, @Nullable String department) {
    return ReckonedManager.names(calls, staff).stream()
        .map(name -> new ReckonedManager(name, calls, staff, missed))
        .filter(person -> department == null || department.equals(person.department()))
        .toList();
  }

  private void addManagers(
      List<String> rows,
      ReckonedGroup group,
      List<ReckonedManager> team,
      @Nullable String manager) {
    long answered = team.stream().mapToLong(ReckonedManager::answeredAttempts).sum();
    long counted = team.stream().mapToLong(ReckonedManager::counted).sum();
    for (ReckonedManager person : team) {
      if (manager != null && !manager.equals(person.name())) {
        continue;
      }
      List<@Nullable Object> row = new ArrayList<>();
      row.add(group.startsOn());
      row.add(group.hour());
      row.add(person.name());
      row.add(staff.onlyNumber(person.name(), lastDay(group, person)));
      row.add(person.department());
      row.addAll(person.figures(answered, counted));
      rows.add(ReckonedText.row(row.toArray()));
    }
  }

  /** The last date of the day, week, month or period on which he was rung, answered or called. */
  private LocalDate lastDay(ReckonedGroup group, ReckonedManager person) {
    return calls(call -> true).stream()
        .filter(call -> group.startsOn() == null || person.calls().contains(call))
        .filter(call -> ReckonedManager.names(List.of(call), staff).contains(person.name()))
        .map(ReckonedCall::date)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
