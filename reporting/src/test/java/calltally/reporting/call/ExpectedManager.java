package calltally.reporting.call;

import java.math.BigDecimal;
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

/**
 * The figures of section 7 for one manager over some calls.
 *
 * @param missed all missed calls of the history
 */
record ExpectedManager(
    String name,
    List<ExpectedCall> calls,
    TestDirectory directory,
    List<ExpectedMissedCall> missed) {

  /** All managers with an attempt, an answered call or a call placed. */
  static Set<String> names(List<ExpectedCall> calls, TestDirectory directory) {
    Set<String> names = new TreeSet<>();
    for (ExpectedCall call : calls) {
      if (call.manager() != null) {
        names.add(String.valueOf(directory.manager(call.manager(), call.date())));
      }
      for (ExpectedAttempt attempt : call.attempts()) {
        if (attempt.ring().number() != null) {
          names.add(String.valueOf(directory.manager(attempt.ring().number(), call.date())));
        }
      }
    }
    return names;
  }

  private boolean isHis(@Nullable String number, LocalDate date) {
    return name.equals(directory.manager(number, date));
  }

  private List<ExpectedAttempt> attempts(String... outcomes) {
    return calls.stream()
        .flatMap(call -> call.attempts().stream())
        .filter(attempt -> isHis(attempt.ring().number(), attempt.call().date()))
        .filter(a -> outcomes.length == 0 || Arrays.asList(outcomes).contains(a.outcome()))
        .toList();
  }

  private List<ExpectedCall> answered() {
    return calls.stream()
        .filter(call -> call.isIncoming() && call.isAnswered())
        .filter(call -> isHis(call.manager(), call.date()))
        .toList();
  }

  private List<ExpectedCall> placed() {
    return calls.stream()
        .filter(call -> !call.isIncoming() && isHis(call.manager(), call.date()))
        .toList();
  }

  private static List<BigDecimal> talks(List<ExpectedCall> calls) {
    return calls.stream().map(ExpectedCall::talk).filter(Objects::nonNull).toList();
  }

  private long distinctCalls(List<ExpectedAttempt> attempts) {
    return attempts.stream().map(attempt -> attempt.call().pbxId()).distinct().count();
  }

  private List<BigDecimal> rings() {
    return attempts("answered").stream()
        .map(ExpectedAttempt::seconds)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private long callbacks() {
    return placed().stream()
        .filter(call -> missed.stream().anyMatch(m -> call.equals(m.contact(Instant.MAX))))
        .count();
  }

  private long tries() {
    return placed().stream()
        .filter(call -> missed.stream().anyMatch(m -> m.isTriedBy(call)))
        .count();
  }

  private List<Instant> activity() {
    List<Instant> activity = new ArrayList<>();
    placed().forEach(call -> activity.add(call.startedAt()));
    for (ExpectedAttempt attempt : attempts("answered")) {
      if (attempt.ring().firstKnownTime() != null) {
        activity.add(attempt.ring().firstKnownTime());
      }
    }
    Collections.sort(activity);
    return activity;
  }

  /** The manager's row for a day. */
  String row(LocalDate date) {
    List<Instant> activity = activity();
    return ExpectedText.row(
        date,
        name,
        directory.onlyNumber(name, date),
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
        ExpectedLine.sum(rings()),
        rings().size(),
        ExpectedText.percentile(rings(), 0.5),
        ExpectedText.percentile(rings(), 0.9),
        ExpectedLine.sum(talks(answered())),
        talks(answered()).size(),
        placed().size(),
        placed().stream().filter(ExpectedCall::isAnswered).count(),
        placed().stream().filter(ExpectedCall::isMissed).count(),
        ExpectedLine.sum(talks(placed())),
        callbacks(),
        tries(),
        activity.isEmpty() ? null : activity.get(0),
        activity.isEmpty() ? null : activity.get(activity.size() - 1));
  }

  @Nullable String department() {
    return switch (name) {
      case "Anna", "Boris" -> "Sales";
      case "Vera", "Lena", "Clara" -> "Support";
      default -> null;
    };
  }

  long counted() {
    return attempts("answered", "no_answer", "busy").size();
  }

  long answeredAttempts() {
    return attempts("answered").size();
  }

  /** The manager's figures over a group, after the columns that name it; the team's are given. */
  List<@Nullable Object> figures(long teamAnswered, long teamCounted) {
    List<@Nullable Object> figures = new ArrayList<>();
    for (List<ExpectedAttempt> some :
        List.of(
            attempts("answered"),
            attempts("no_answer"),
            attempts("busy"),
            attempts("unavailable"),
            attempts("taken_by_another"),
            attempts("caller_gave_up"),
            attempts("other", "ringing", "unknown"))) {
      figures.add(some.size());
    }
    figures.add(0, attempts().size());
    figures.add(1, distinctCalls(attempts()));
    figures.add(2, answered().size());
    figures.add(counted());
    figures.add(ExpectedText.rate(answeredAttempts(), counted()));
    figures.add(wilson(-1));
    figures.add(wilson(1));
    figures.add(judged((double) teamAnswered / Math.max(1, teamCounted)));
    figures.add(ExpectedText.rate(attempts("busy").size(), counted()));
    figures.add(ExpectedText.rate(attempts("no_answer").size(), counted()));
    figures.add(
        distinctCalls(attempts("no_answer").stream().filter(a -> a.call().isMissed()).toList()));
    figures.add(ExpectedLine.sum(rings()));
    figures.add(rings().size());
    figures.add(ExpectedText.mean(rings()));
    figures.add(ExpectedText.percentile(rings(), 0.5));
    figures.add(ExpectedText.percentile(rings(), 0.9));
    addTalk(figures, talks(answered()));
    long connected = placed().stream().filter(ExpectedCall::isAnswered).count();
    long unanswered = placed().stream().filter(ExpectedCall::isMissed).count();
    figures.add(placed().size());
    figures.add(connected);
    figures.add(unanswered);
    figures.add(ExpectedText.rate(connected, connected + unanswered));
    addTalk(figures, talks(placed()));
    figures.add(callbacks());
    figures.add(tries());
    List<Instant> activity = activity();
    figures.add(activity.isEmpty() ? null : activity.get(0));
    figures.add(activity.isEmpty() ? null : activity.get(activity.size() - 1));
    figures.add(activeDays());
    return figures;
  }

  private static void addTalk(List<@Nullable Object> figures, List<BigDecimal> talks) {
    figures.add(ExpectedLine.sum(talks));
    figures.add(talks.size());
    figures.add(ExpectedText.mean(talks));
  }

  private long activeDays() {
    Set<LocalDate> days = new TreeSet<>();
    placed().forEach(call -> days.add(call.date()));
    attempts("answered").forEach(attempt -> days.add(attempt.call().date()));
    return days.size();
  }

  /** One end of the Wilson interval, by Wilson's own quadratic equation. */
  private double end(int side) {
    double z = 1.959964;
    double n = counted();
    double p = answeredAttempts() / n;
    double centre = p + z * z / (2 * n);
    double margin = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (centre + side * margin) / (1 + z * z / n);
  }

  private @Nullable BigDecimal wilson(int side) {
    return counted() == 0 ? null : BigDecimal.valueOf(end(side)).setScale(4, RoundingMode.HALF_UP);
  }

  private @Nullable String judged(double team) {
    if (counted() < 20) {
      return null;
    }
    return end(-1) > team ? "above" : end(1) < team ? "below" : null;
  }
}
