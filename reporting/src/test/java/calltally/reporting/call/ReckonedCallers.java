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

/** The missed callers of a period and what became of them, as section 8 defines it. */
record ReckonedCallers(ReckonedPeriod period) {

  private static final Comparator<ReckonedMissedCall> LAST =
      Comparator.comparing(ReckonedMissedCall::missedAt)
          .thenComparing(missed -> missed.call().pbxId(), ReckonedOrder::bytewise);

  private List<ReckonedMissedCall> missed(
      Instant judgedAt, @Nullable String line, @Nullable String department) {
    return ReckonedMissedCall.of(period.all()).stream()
        .filter(missed -> !missed.missedAt().isAfter(judgedAt))
        .filter(missed -> ReckonedPeriod.isOf(missed.call(), line, department))
        .toList();
  }

  private static Map<String, List<ReckonedMissedCall>> byCustomer(List<ReckonedMissedCall> missed) {
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
              List<ReckonedMissedCall> own = new ArrayList<>(calls);
              own.removeIf(missed -> !period.isWithin(missed.call().date()));
              List<ReckonedMissedCall> others = new ArrayList<>(calls);
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

  private static boolean waitsAfter(List<ReckonedMissedCall> calls, Instant judgedAt) {
    return !calls.isEmpty() && isWaiting(Collections.max(calls, LAST), judgedAt);
  }

  private static boolean isWaiting(ReckonedMissedCall missed, Instant judgedAt) {
    return Set.of("outstanding", "tried").contains(missed.state(judgedAt));
  }

  private String caller(ReckonedMissedCall last, boolean own, long calls, Instant judgedAt) {
    ReckonedCall call = last.call();
    return ReckonedText.row(
        call.customer(),
        own,
        calls,
        last.tries(judgedAt),
        call.pbxId(),
        call.line(),
        period.staff().lineName(call.line(), call.date()),
        period.staff().lineDepartment(call.line(), call.date()),
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
    Map<ReckonedGroup, List<ReckonedMissedCall>> groups =
        missed(judgedAt, line, department).stream()
            .filter(missed -> period.isWithin(missed.call().date()))
            .collect(Collectors.groupingBy(missed -> ReckonedGroup.of(per, missed.call())));
    if (per.equals("period")) {
      groups.putIfAbsent(ReckonedGroup.WHOLE, List.of());
    }
    List<String> rows = new ArrayList<>();
    groups.forEach((group, missed) -> rows.add(callbacks(group, missed, judgedAt)));
    Collections.sort(rows);
    return rows;
  }

  private static String callbacks(
      ReckonedGroup group, List<ReckonedMissedCall> missed, Instant judgedAt) {
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
    return ReckonedText.row(row.toArray());
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
    row.add(ReckonedText.mean(known));
    row.add(ReckonedText.percentile(known, 0.5));
  }
}
