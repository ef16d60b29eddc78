package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The missed callers of a period and what happened next, as section 8 defines it. */
record ExpectedCallers(ExpectedPeriod period) {

  private static final Comparator<ExpectedMissedCall> LAST =
      Comparator.comparing(ExpectedMissedCall::missedAt)
          .thenComparing(missed -> missed.call().pbxId(), ExpectedOrder::bytewise);

  private List<ExpectedMissedCall> missed(
      Instant judgedAt, @Nullable String line, @Nullable String department) {
    return ExpectedMissedCall.at(judgedAt, period.all()).stream()
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
                .filter(missed -> !missed.presumed())
                .filter(missed -> period.isWithin(missed.call().date()))
                .toList())
        .values()
        .forEach(
            calls ->
                rows.add(
                    caller(Collections.max(calls, LAST), true, calls.size(), false, judgedAt)));
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
                rows.add(
                    caller(
                        Collections.max(own, LAST),
                        true,
                        own.size(),
                        arePresumed(waiting(own, judgedAt)),
                        judgedAt));
              } else if (waitsAfter(others, judgedAt)) {
                List<ExpectedMissedCall> waiting = waiting(others, judgedAt);
                rows.add(
                    caller(
                        Collections.max(others, LAST),
                        false,
                        waiting.size(),
                        arePresumed(waiting),
                        judgedAt));
              }
            });
    Collections.sort(rows);
    return rows;
  }

  private static boolean waitsAfter(List<ExpectedMissedCall> calls, Instant judgedAt) {
    return !calls.isEmpty() && Collections.max(calls, LAST).isWaiting(judgedAt);
  }

  /** Callers whose last missed call nobody answered until its window ended in the period. */
  List<String> neverReachedCallers(
      Instant judgedAt, @Nullable String line, @Nullable String department) {
    List<String> rows = new ArrayList<>();
    for (List<ExpectedMissedCall> calls : byCustomer(missed(judgedAt, line, department)).values()) {
      ExpectedMissedCall last = Collections.max(calls, LAST);
      if (isNeverReached(last, judgedAt)) {
        List<ExpectedMissedCall> expired =
            calls.stream().filter(m -> isNeverReached(m, judgedAt)).toList();
        boolean own = period.isWithin(last.call().date());
        rows.add(caller(last, own, expired.size(), arePresumed(expired), judgedAt));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private boolean isNeverReached(ExpectedMissedCall missed, Instant judgedAt) {
    return missed.state(judgedAt).equals("expired")
        && period.isWithin(LocalDate.ofInstant(missed.until(), missed.call().zone()));
  }

  private static List<ExpectedMissedCall> waiting(
      List<ExpectedMissedCall> calls, Instant judgedAt) {
    return calls.stream().filter(call -> call.isWaiting(judgedAt)).toList();
  }

  private static boolean arePresumed(List<ExpectedMissedCall> calls) {
    return calls.stream().allMatch(ExpectedMissedCall::presumed);
  }

  private String caller(
      ExpectedMissedCall last, boolean own, long calls, boolean presumed, Instant judgedAt) {
    ExpectedCall call = last.call();
    return ExpectedText.row(
        call.customer(),
        own,
        calls,
        last.tries(judgedAt).size(),
        call.pbxId(),
        call.line(),
        period.directory().lineName(call.line(), call.date()),
        period.directory().lineDepartment(call.line(), call.date()),
        call.date(),
        last.missedAt(),
        last.presumed() ? null : call.waiting(),
        last.missedReason(),
        last.state(judgedAt),
        last.secondsToCallback(judgedAt),
        last.secondsToContact(judgedAt),
        last.calledBackBy(judgedAt),
        presumed,
        last.cameBackOnLine(judgedAt));
  }

  List<String> callbackFigures(
      String per, Instant judgedAt, @Nullable String line, @Nullable String department) {
    Map<ExpectedGroup, List<ExpectedMissedCall>> groups =
        missed(judgedAt, line, department).stream()
            .filter(missed -> !missed.presumed() && period.isWithin(missed.call().date()))
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
    addReached(row, missed, judgedAt);
    return ExpectedText.row(row.toArray());
  }

  /** From the first missed call of each caller to the first contact after it. */
  private static void addReached(
      List<@Nullable Object> row, List<ExpectedMissedCall> missed, Instant judgedAt) {
    List<BigDecimal> times =
        byCustomer(missed).values().stream()
            .map(calls -> Collections.min(calls, LAST).secondsToContact(judgedAt))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    for (int seconds : List.of(15 * 60, 3600, 4 * 3600)) {
      row.add(times.stream().filter(t -> t.compareTo(BigDecimal.valueOf(seconds)) <= 0).count());
    }
    row.add(times.size());
    row.add(ExpectedText.percentile(times, 0.5));
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
