package calltally.reporting.call;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The figures of section 7 for one manager and one day. */
record ReckonedManager(String name, LocalDate date, Staff staff, List<ReckonedCall> all) {

  /** Everybody with an attempt, an answered or a placed call on the date. */
  static Set<String> names(LocalDate date, Staff staff, List<ReckonedCall> all) {
    Set<String> names = new TreeSet<>();
    for (ReckonedCall call : all) {
      if (!call.date().equals(date) || call.isInternal()) {
        continue;
      }
      if (call.manager() != null) {
        names.add(String.valueOf(staff.manager(call.manager(), date)));
      }
      for (ReckonedAttempt attempt : call.attempts()) {
        if (attempt.ring().number() != null) {
          names.add(String.valueOf(staff.manager(attempt.ring().number(), date)));
        }
      }
    }
    return names;
  }

  private List<ReckonedCall> calls() {
    return all.stream().filter(c -> c.date().equals(date) && !c.isInternal()).toList();
  }

  private boolean isHis(@Nullable String number) {
    return name.equals(staff.manager(number, date));
  }

  private List<ReckonedAttempt> attempts(String... outcomes) {
    return calls().stream()
        .flatMap(call -> call.attempts().stream())
        .filter(attempt -> isHis(attempt.ring().number()))
        .filter(a -> outcomes.length == 0 || Arrays.asList(outcomes).contains(a.outcome()))
        .toList();
  }

  private List<ReckonedCall> answered() {
    return calls().stream()
        .filter(call -> call.isIncoming() && call.isAnswered() && isHis(call.manager()))
        .toList();
  }

  private List<ReckonedCall> placed() {
    return calls().stream().filter(call -> !call.isIncoming() && isHis(call.manager())).toList();
  }

  private static List<BigDecimal> talks(List<ReckonedCall> calls) {
    return calls.stream().map(ReckonedCall::talk).filter(Objects::nonNull).toList();
  }

  private long distinctCalls(List<ReckonedAttempt> attempts) {
    return attempts.stream().map(attempt -> attempt.call().pbxId()).distinct().count();
  }

  private List<BigDecimal> rings() {
    return attempts("answered").stream()
        .map(ReckonedAttempt::seconds)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private @Nullable BigDecimal percentile(double share) {
    List<BigDecimal> rings = rings();
    if (rings.isEmpty()) {
      return null;
    }
    double position = share * (rings.size() - 1);
    int below = (int) position;
    double low = rings.get(below).doubleValue();
    double high = rings.get(Math.min(below + 1, rings.size() - 1)).doubleValue();
    return new BigDecimal(low + (high - low) * (position - below), new MathContext(15))
        .setScale(3, RoundingMode.HALF_UP);
  }

  private long callbacks() {
    List<ReckonedMissedCall> missed = ReckonedMissedCall.of(all);
    return placed().stream()
        .filter(call -> missed.stream().anyMatch(m -> call.equals(m.contact(Instant.MAX))))
        .count();
  }

  private long tries() {
    List<ReckonedMissedCall> missed = ReckonedMissedCall.of(all);
    return placed().stream()
        .filter(call -> missed.stream().anyMatch(m -> m.isTriedBy(call)))
        .count();
  }

  private List<Instant> activity() {
    List<Instant> activity = new ArrayList<>();
    placed().forEach(call -> activity.add(call.startedAt()));
    for (ReckonedAttempt attempt : attempts("answered")) {
      if (attempt.ring().firstKnownTime() != null) {
        activity.add(attempt.ring().firstKnownTime());
      }
    }
    Collections.sort(activity);
    return activity;
  }

  String row() {
    List<Instant> activity = activity();
    return ReckonedText.row(
        date,
        name,
        staff.onlyNumber(name, date),
        department(),
        attempts().size(),
        distinctCalls(attempts()),
        answered().size(),
        attempts("answered").size(),
        attempts("no_answer").size(),
        attempts("busy").size(),
        attempts("unavailable").size(),
        attempts("taken_by_another").size(),
        attempts("caller_gave_up").size(),
        attempts("other", "ringing", "unknown").size(),
        distinctCalls(
            attempts("no_answer").stream().filter(attempt -> attempt.call().isMissed()).toList()),
        ReckonedLine.sum(rings()),
        rings().size(),
        percentile(0.5),
        percentile(0.9),
        ReckonedLine.sum(talks(answered())),
        talks(answered()).size(),
        placed().size(),
        placed().stream().filter(ReckonedCall::isAnswered).count(),
        placed().stream().filter(ReckonedCall::isMissed).count(),
        ReckonedLine.sum(talks(placed())),
        callbacks(),
        tries(),
        activity.isEmpty() ? null : activity.get(0),
        activity.isEmpty() ? null : activity.get(activity.size() - 1));
  }

  private @Nullable String department() {
    return switch (name) {
      case "Anna", "Boris" -> "Sales";
      case "Vera", "Lena", "Clara" -> "Support";
      default -> null;
    };
  }
}
