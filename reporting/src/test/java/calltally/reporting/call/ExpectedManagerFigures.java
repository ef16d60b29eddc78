package calltally.reporting.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of section 7 for one manager over some calls.
 *
 * @param missed all missed and presumed missed calls of the history
 * @param engagements of all phones
 */
record ExpectedManagerFigures(
    String name,
    List<ExpectedCall> calls,
    TestDirectory directory,
    List<ExpectedMissedCall> missed,
    List<ExpectedEngagement> engagements) {

  private boolean isOwn(@Nullable String number, LocalDate date) {
    return name.equals(directory.manager(number, date));
  }

  private List<ExpectedAttempt> attempts(String... outcomes) {
    return calls.stream()
        .flatMap(call -> call.attempts().stream())
        .filter(attempt -> isOwn(attempt.ring().number(), attempt.call().date()))
        .filter(a -> outcomes.length == 0 || Arrays.asList(outcomes).contains(a.outcome()))
        .toList();
  }

  private List<ExpectedCall> answered() {
    return calls.stream()
        .filter(call -> call.isIncoming() && call.isAnswered())
        .filter(call -> isOwn(call.manager(), call.date()))
        .toList();
  }

  private List<ExpectedCall> placed() {
    return calls.stream()
        .filter(call -> !call.isIncoming() && isOwn(call.manager(), call.date()))
        .toList();
  }

  private static List<BigDecimal> talks(List<ExpectedCall> calls) {
    return calls.stream().map(ExpectedCall::talk).filter(Objects::nonNull).toList();
  }

  private List<ExpectedAttempt> busyInCall() {
    return attempts("busy").stream()
        .filter(attempt -> ExpectedEngagement.isInCall(attempt, engagements))
        .toList();
  }

  long answerable() {
    List<ExpectedAttempt> answerable = new ArrayList<>(attempts("answered", "no_answer", "busy"));
    answerable.removeAll(busyInCall());
    return distinctCalls(answerable);
  }

  long pickedUp() {
    return distinctCalls(attempts("answered"));
  }

  /** No value where the exchange does not tell how rings end. */
  @Nullable BigDecimal answerRate() {
    long untold = attempts("unknown").size();
    boolean isKnown = untold < 3 || untold * 100 <= attempts().size() * 5L;
    return isKnown ? ExpectedText.rate(pickedUp(), answerable()) : null;
  }

  /** The manager's part of each call's talk that was picked up, where it is known. */
  private List<BigDecimal> shares() {
    Map<String, BigDecimal> shares = new TreeMap<>();
    for (ExpectedAttempt attempt : attempts("answered")) {
      BigDecimal talk = ExpectedTalk.of(attempt);
      if (talk != null) {
        shares.merge(attempt.call().pbxId(), talk, BigDecimal::add);
      }
    }
    return List.copyOf(shares.values());
  }

  private long transfers(BiPredicate<ExpectedCall, String> which) {
    return attempts("answered").stream()
        .filter(attempt -> which.test(attempt.call(), attempt.ring().number()))
        .map(attempt -> attempt.call().pbxId())
        .distinct()
        .count();
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
        .filter(
            call ->
                missed.stream().anyMatch(m -> call.equals(m.contact(ExpectedMissedCall.LAST_DAY))))
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
        busyInCall().size(),
        attempts("unavailable").size(),
        attempts("taken_by_another").size(),
        attempts("caller_gave_up").size(),
        attempts("other", "ringing", "unknown").size(),
        attempts("unknown").size(),
        answerable(),
        pickedUp(),
        distinctCalls(
            attempts("no_answer").stream().filter(attempt -> attempt.call().isMissed()).toList()),
        ExpectedLine.sum(rings()),
        rings().size(),
        ExpectedText.percentile(rings(), 0.5),
        ExpectedText.percentile(rings(), 0.9),
        ExpectedLine.sum(shares()),
        shares().size(),
        transfers(ExpectedTalk::isTransferredTo),
        transfers(ExpectedTalk::isTransferredFrom),
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

  /** The manager's figures over a group, after the columns that name it; the team's are given. */
  List<@Nullable Object> figures(long teamPickedUp, long teamAnswerable) {
    List<@Nullable Object> figures = new ArrayList<>();
    figures.add(attempts().size());
    figures.add(distinctCalls(attempts()));
    figures.add(answered().size());
    figures.add(attempts("answered").size());
    figures.add(attempts("no_answer").size());
    figures.add(attempts("busy").size());
    figures.add(busyInCall().size());
    figures.add(attempts("unavailable").size());
    figures.add(attempts("taken_by_another").size());
    figures.add(attempts("caller_gave_up").size());
    figures.add(attempts("other", "ringing", "unknown").size());
    figures.add(attempts("unknown").size());
    figures.add(answerable());
    figures.add(pickedUp());
    figures.add(answerRate());
    figures.add(wilson(-1));
    figures.add(wilson(1));
    figures.add(judged((double) teamPickedUp / Math.max(1, teamAnswerable)));
    long taken = attempts("answered", "taken_by_another").size();
    long counted = attempts("answered", "no_answer", "busy").size();
    figures.add(ExpectedText.rate(attempts("answered").size(), taken));
    figures.add(ExpectedText.rate(attempts("busy").size(), counted));
    figures.add(ExpectedText.rate(attempts("no_answer").size(), counted));
    figures.add(
        distinctCalls(attempts("no_answer").stream().filter(a -> a.call().isMissed()).toList()));
    figures.add(ExpectedLine.sum(rings()));
    figures.add(rings().size());
    figures.add(ExpectedText.mean(rings()));
    figures.add(ExpectedText.percentile(rings(), 0.5));
    figures.add(ExpectedText.percentile(rings(), 0.9));
    addTalk(figures, shares());
    figures.add(transfers(ExpectedTalk::isTransferredTo));
    figures.add(transfers(ExpectedTalk::isTransferredFrom));
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
    double n = answerable();
    double p = pickedUp() / n;
    double centre = p + z * z / (2 * n);
    double margin = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (centre + side * margin) / (1 + z * z / n);
  }

  private @Nullable BigDecimal wilson(int side) {
    return answerRate() == null
        ? null
        : BigDecimal.valueOf(end(side)).setScale(4, RoundingMode.HALF_UP);
  }

  private @Nullable String judged(double team) {
    if (answerable() < 20 || answerRate() == null) {
      return null;
    }
    return end(-1) > team ? "above" : end(1) < team ? "below" : null;
  }
}
