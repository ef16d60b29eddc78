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

/**
 * The figures of sections 6 and 7 over the local dates in {@code [from, until)}, group by group.
 */
record ExpectedPeriod(
    List<ExpectedCall> all, TestDirectory directory, LocalDate from, LocalDate until) {

  boolean isWithin(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(until);
  }

  private List<ExpectedCall> calls(Predicate<ExpectedCall> which) {
    return all.stream()
        .filter(call -> !call.isInternal() && isWithin(call.date()) && which.test(call))
        .toList();
  }

  private static Map<ExpectedGroup, List<ExpectedCall>> groups(
      String per, List<ExpectedCall> calls) {
    Map<ExpectedGroup, List<ExpectedCall>> groups =
        new HashMap<>(calls.stream().collect(Collectors.groupingBy(c -> ExpectedGroup.of(per, c))));
    if (per.equals("period")) {
      groups.putIfAbsent(ExpectedGroup.WHOLE, List.of());
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

  static boolean isOf(ExpectedCall call, @Nullable String line, @Nullable String department) {
    String own = call.directory().lineDepartment(call.line(), call.date());
    return (line == null || line.equals(call.line()))
        && (department == null || department.equals(own));
  }

  private String row(String per, ExpectedGroup group, List<ExpectedCall> calls) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(group.startsOn());
    row.add(group.weekday());
    row.add(group.hour());
    row.add(group.line());
    LocalDate last =
        calls.stream().map(ExpectedCall::date).max(Comparator.naturalOrder()).orElse(from);
    boolean ofLine = per.equals("line");
    row.add(ofLine ? directory.lineName(group.line(), last) : null);
    row.add(ofLine ? directory.lineDepartment(group.line(), last) : group.department());
    ExpectedLine sums = new ExpectedLine(calls);
    addCounts(row, sums);
    addWaits(row, sums.waits("answered"));
    addWaits(row, sums.waits("missed"));
    row.add(ExpectedLine.sum(sums.talks()));
    row.add(sums.talks().size());
    row.add(ExpectedText.mean(sums.talks()));
    addCallers(row, group, calls);
    long outgoing = sums.count(call -> !call.isIncoming());
    long connected = sums.count(call -> !call.isIncoming() && call.isAnswered());
    long unanswered = sums.count(call -> !call.isIncoming() && call.isMissed());
    row.addAll(List.of(outgoing, connected, unanswered));
    addRates(row, sums, ExpectedText.rate(connected, connected + unanswered));
    row.add(per.endsWith("hour") ? null : peakHour(calls));
    return ExpectedText.row(row.toArray());
  }

  private static void addCounts(List<@Nullable Object> row, ExpectedLine sums) {
    row.add(sums.incoming(call -> true));
    row.add(sums.incoming(ExpectedCall::isAnswered));
    row.add(sums.incoming(ExpectedCall::isMissed));
    row.add(sums.incoming(call -> call.outcome().equals("unfinished")));
    row.add(sums.incoming(ExpectedCall::isShort));
    for (String reason :
        List.of("caller_gave_up", "no_answer", "busy", "unavailable", "not_offered", "unknown")) {
      row.add(sums.missed(reason));
    }
    row.add(
        sums.incoming(
            call ->
                call.isMissed() && !call.directory().isWorking(call.line(), call.localStart())));
    row.add(sums.incoming(ExpectedLine::isInTime));
    row.add(missedInTime(sums));
  }

  private static long missedInTime(ExpectedLine sums) {
    return sums.waits("missed").stream()
        .filter(seconds -> seconds.compareTo(BigDecimal.valueOf(20)) <= 0)
        .count();
  }

  private static void addWaits(List<@Nullable Object> row, List<BigDecimal> waits) {
    row.add(ExpectedLine.sum(waits));
    row.add(waits.size());
    row.add(ExpectedText.mean(waits));
    row.add(ExpectedText.percentile(waits, 0.5));
    row.add(ExpectedText.percentile(waits, 0.9));
    row.add(waits.isEmpty() ? null : Collections.max(waits));
  }

  private void addCallers(
      List<@Nullable Object> row, ExpectedGroup group, List<ExpectedCall> calls) {
    Set<String> callers = callers(calls, call -> true);
    row.add(callers.size());
    LocalDate first =
        group.startsOn() == null || group.startsOn().isBefore(from) ? from : group.startsOn();
    LocalDate history =
        all.stream().map(ExpectedCall::date).min(Comparator.naturalOrder()).orElse(first);
    long fresh = callers.stream().filter(caller -> isNew(caller, calls)).count();
    row.add(history.isAfter(first.minusDays(90)) ? null : fresh);
    row.add(callers(calls, ExpectedCall::isMissed).size());
  }

  private static Set<String> callers(List<ExpectedCall> calls, Predicate<ExpectedCall> which) {
    return calls.stream()
        .filter(call -> call.isIncoming() && which.test(call))
        .map(ExpectedCall::customer)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isNew(String caller, List<ExpectedCall> calls) {
    Instant first =
        calls.stream()
            .filter(call -> call.isIncoming() && caller.equals(call.customer()))
            .map(ExpectedCall::startedAt)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant since = first.minus(Duration.ofDays(90));
    return all.stream()
        .filter(call -> caller.equals(call.customer()) && !call.isInternal())
        .map(ExpectedCall::startedAt)
        .noneMatch(start -> !start.isBefore(since) && start.isBefore(first));
  }

  private static void addRates(
      List<@Nullable Object> row, ExpectedLine sums, @Nullable BigDecimal connectRate) {
    long answered = sums.incoming(ExpectedCall::isAnswered);
    long missed = sums.incoming(ExpectedCall::isMissed);
    long shortMissed = sums.incoming(ExpectedCall::isShort);
    long inTime = sums.incoming(ExpectedLine::isInTime);
    row.add(ExpectedText.rate(answered, answered + missed));
    row.add(ExpectedText.rate(missed, answered + missed));
    row.add(connectRate);
    long answeredKnown = sums.waits("answered").size();
    long known = answeredKnown + sums.waits("missed").size();
    row.add(ExpectedText.rate(inTime, known - shortMissed));
    row.add(ExpectedText.rate(inTime, answeredKnown));
    row.add(ExpectedText.rate(inTime, known));
    row.add(ExpectedText.rate(inTime, known - missedInTime(sums)));
    row.add(ExpectedText.rate(inTime + missedInTime(sums), known));
  }

  private static @Nullable Integer peakHour(List<ExpectedCall> calls) {
    int[] hours = new int[24];
    calls.stream().filter(ExpectedCall::isIncoming).forEach(c -> hours[c.localStart().getHour()]++);
    int peak = 0;
    for (int hour = 1; hour < 24; hour++) {
      peak = hours[hour] > hours[peak] ? hour : peak;
    }
    return hours[peak] == 0 ? null : peak;
  }

  List<String> managerFigures(String per, @Nullable String manager, @Nullable String department) {
    List<ExpectedMissedCall> missed = ExpectedMissedCall.lasting(all);
    List<ExpectedEngagement> engagements = ExpectedEngagement.of(all);
    List<String> rows = new ArrayList<>();
    groups(per, calls(call -> true))
        .forEach(
            (group, calls) -> {
              ExpectedManagers team = new ExpectedManagers(calls, directory, missed, engagements);
              addManagers(rows, group, team.of(department), manager);
            });
    Collections.sort(rows);
    return rows;
  }

  private void addManagers(
      List<String> rows,
      ExpectedGroup group,
      List<ExpectedManagerFigures> team,
      @Nullable String manager) {
    List<ExpectedManagerFigures> judged =
        team.stream().filter(one -> one.answerRate() != null).toList();
    long pickedUp = judged.stream().mapToLong(ExpectedManagerFigures::pickedUp).sum();
    long answerable = judged.stream().mapToLong(ExpectedManagerFigures::answerable).sum();
    for (ExpectedManagerFigures person : team) {
      if (manager != null && !manager.equals(person.name())) {
        continue;
      }
      List<@Nullable Object> row = new ArrayList<>();
      row.add(group.startsOn());
      row.add(group.hour());
      row.add(person.name());
      row.add(directory.onlyNumber(person.name(), lastDay(group, person)));
      row.add(person.department());
      row.addAll(person.figures(pickedUp, answerable));
      rows.add(ExpectedText.row(row.toArray()));
    }
  }

  /** The last date in the group on which the manager was rung, answered or placed a call. */
  private LocalDate lastDay(ExpectedGroup group, ExpectedManagerFigures person) {
    return calls(call -> true).stream()
        .filter(call -> group.startsOn() == null || person.calls().contains(call))
        .filter(call -> ExpectedManagers.names(List.of(call), directory).contains(person.name()))
        .map(ExpectedCall::date)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
