package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The missed callers of a period and what happened next, as section 8 defines it. */
record ExpectedCallers(ExpectedPeriod period) {

  private static final Comparator<ExpectedMissedCall> LAST =
      Comparator.comparing(ExpectedMissedCall::missedAt)
          .thenComparing(missed -> missed.call().pbxId(), ExpectedOrder::bytewise);

  private List<ExpectedMissedCall> missed(
      Instant judgedAt, @Nullable String line, @Nullable String department) {
    return ExpectedMissedCall.of(period.all()).stream()
        .filter(missed -> !missed.missedAt().isAfter(judgedAt))
        .filter(missed -> ExpectedPeriod.isOf(missed.call(), line, department))
        .toList();
  }

  private static Map<String, List<ExpectedMissedCall>> byCustomer(List<ExpectedMissedCall> missed) {
    return missed.stream()
        .filter(one -> one.call().customer() != null)
        .collect(Collectors.groupingBy(one -> String.valueOf(one.call().customer())));
  }

  List<String> missedCallers(Instant judgedAt, @Nullable String line, @Nullable String department) {
    List<String> rows = new ArrayList<>();
    byCustomer(
            missed(judgedAt, line, department).stream()
                .filter(missed -> period.isWithin(missed.call().date()))
                .toList())
        .values()
        .forEach(
            calls -> rows.add(caller(Collections.max(calls, LAST), true, calls.size(), judgedAt)));
    Collections.sort(rows);
    return rows;
  }

  List<String> waitingCallers(
      Instant judgedAt, @Nullable String line, @Nullable String department) {
    List<String> rows = new ArrayList<>();
    byCustomer(missed(judgedAt, line, department))
        .values()
        .forEach(
            calls -> {
              List<ExpectedMissedCall> own = new ArrayList<>(calls);
              own.removeIf(missed -> !period.isWithin(missed.call().date()));
              List<ExpectedMissedCall> others = new ArrayList<>(calls);
              others.removeAll(own);
              if (waitsAfter(own, judgedAt)) {
                rows.add(caller(Collections.max(own, LAST), true, own.size(), judgedAt));
              } else if (waitsAfter(others, judgedAt)) {
                long waiting = others.stream().filter(m -> isWaiting(m, judgedAt)).count();
                rows.add(caller(Collections.max(others, LAST), false, waiting, judgedAt));
              }
            });
    Collections.sort(rows);
    return rows;
  }

  private static boolean waitsAfter(List<ExpectedMissedCall> calls, Instant judgedAt) {
    return !calls.isEmpty() && isWaiting(Collections.max(calls, LAST), judgedAt);
  }

  private static boolean isWaiting(ExpectedMissedCall missed, Instant judgedAt) {
    return Set.of("outstanding", "tried").contains(missed.state(judgedAt));
  }

  private String caller(ExpectedMissedCall last, boolean own, long calls, Instant judgedAt) {
    ExpectedCall call = last.call();
    return ExpectedText.row(
        call.customer(),
        own,
        calls,
        last.tries(judgedAt),
        call.pbxId(),
        call.line(),
        period.directory().lineName(call.line(), call.date()),
        period.directory().lineDepartment(call.line(), call.date()),
        call.date(),
        last.missedAt(),
        call.waiting(),
        call.missedReason(),
        last.state(judgedAt),
        last.secondsToCallback(judgedAt),
        last.secondsToContact(judgedAt),
        last.calledBackBy(judgedAt));
  }

  List<String> callbackFigures(
      String per, Instant judgedAt, @Nullable String line, @Nullable String department) {
    Map<ExpectedGroup, List<ExpectedMissedCall>> groups =
        missed(judgedAt, line, department).stream()
            .filter(missed -> period.isWithin(missed.call().date()))
            .collect(Collectors.groupingBy(missed -> ExpectedGroup.of(per, missed.call())));
    if (per.equals("period")) {
      groups.putIfAbsent(ExpectedGroup.WHOLE, List.of());
    }
    List<String> rows = new ArrayList<>();
    groups.forEach((group, missed) -> rows.add(callbacks(group, missed, judgedAt)));
    Collections.sort(rows);
    return rows;
  }

  private static String callbacks(
      ExpectedGroup group, List<ExpectedMissedCall> missed, Instant judgedAt) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(group.startsOn());
    row.add(group.line());
    row.add(group.department());
    row.add(missed.size());
    row.add(missed.stream().filter(one -> one.call().customer() == null).count());
    List<String> states =
        byCustomer(missed).values().stream()
            .map(calls -> Collections.max(calls, LAST).state(judgedAt))
            .toList();
    row.add(states.size());
    for (String state : List.of("returned", "came_back", "tried", "outstanding", "expired")) {
      row.add(Collections.frequency(states, state));
    }
    addTimes(row, missed.stream().map(one -> one.secondsToCallback(judgedAt)).toList());
    addTimes(row, missed.stream().map(one -> one.secondsToContact(judgedAt)).toList());
    return ExpectedText.row(row.toArray());
  }

  private static void addTimes(
      List<@Nullable Object> row, List<? extends @Nullable BigDecimal> seconds) {
    List<BigDecimal> known = new ArrayList<>();
    for (BigDecimal one : seconds) {
      if (one != null) {
        known.add(one);
      }
    }
    row.add(known.size());
    row.add(ExpectedText.mean(known));
    row.add(ExpectedText.percentile(known, 0.5));
  }
}
