package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rings of one incoming call, received or implied: a judged ring is an attempt. The
 * rules are the table of section 4 of docs/statistics.md.
 */
final class ClassifyRings {

  @SuppressWarnings("NullAway") // nullsLast accepts the null of an unknown position
  private static final Comparator<Ring> NUMBERING =
      comparing(Ring::position, nullsLast(naturalOrder()))
          .thenComparing(Ring::number, Utf8Order.NULL_FIRST)
          .thenComparing(Ring::implied);

  private static final Set<String> STATUSES_WITHOUT_BLAME =
      Set.of("cancel", "noanswer", "missed", "other");

  private final CallOutcome outcome;
  private final List<Answer> answers;
  private final Map<Ring, Answer> firstAnswers = new HashMap<>();

  private ClassifyRings(CallOutcome outcome, List<Answer> answers) {
    this.outcome = outcome;
    this.answers = answers;
    for (Answer answer : answers) {
      if (answer.ring() != null) {
        firstAnswers.putIfAbsent(answer.ring(), answer);
      }
    }
  }

  /**
   * Classifies the rings of a call, and adds the ring that its first answer implies.
   *
   * @return in the order of their numbers, from 1
   */
  static List<Attempt> classify(
      CallOutcome outcome, List<Ring> rings, List<Answer> answers, @Nullable Instant endedAt) {
    ClassifyRings attempts = new ClassifyRings(outcome, answers);
    List<Ring> all = new ArrayList<>(rings);
    attempts.impliedByAnswer(rings, endedAt).ifPresent(all::add);
    return all.stream().sorted(NUMBERING).map(attempts::classify).toList();
  }

  private Optional<Ring> impliedByAnswer(List<Ring> rings, @Nullable Instant endedAt) {
    return answers.stream()
        .findFirst()
        .filter(answer -> outcome == CallOutcome.ANSWERED && answer.manager() != null)
        .filter(
            answer ->
                rings.stream()
                    .filter(ring -> Objects.equals(ring.manager(), answer.manager()))
                    .noneMatch(this::isAnswered))
        .map(answer -> new Ring(answer.number(), answer.manager(), null, endedAt, "answer", true));
  }

  private Attempt classify(Ring ring) {
    AttemptOutcome outcome = outcomeOf(ring);
    return new Attempt(ring, outcome, ringTime(ring, outcome));
  }

  private AttemptOutcome outcomeOf(Ring ring) {
    if (isAnswered(ring)) {
      return AttemptOutcome.ANSWERED;
    }
    if (isTakenByAnother(ring)) {
      return AttemptOutcome.TAKEN_BY_ANOTHER;
    }
    return ring.end() == null ? withoutEnd() : byStatus(ring.status());
  }

  private AttemptOutcome withoutEnd() {
    return outcome == CallOutcome.UNFINISHED ? AttemptOutcome.RINGING : AttemptOutcome.UNKNOWN;
  }

  private AttemptOutcome byStatus(@Nullable String status) {
    return switch (status == null ? "" : status) {
      case "cancel" ->
          outcome == CallOutcome.ANSWERED ? AttemptOutcome.OTHER : AttemptOutcome.CALLER_GAVE_UP;
      case "busy" -> AttemptOutcome.BUSY;
      case "unavailable" -> AttemptOutcome.UNAVAILABLE;
      case "noanswer", "missed" -> AttemptOutcome.NO_ANSWER;
      default -> AttemptOutcome.OTHER;
    };
  }

  private boolean isAnswered(Ring ring) {
    return ring.saysAnswer() || firstAnswers.containsKey(ring);
  }

  private boolean isTakenByAnother(Ring ring) {
    if (outcome != CallOutcome.ANSWERED) {
      return false;
    }
    Optional<Answer> first = answers.stream().findFirst();
    if (first.isEmpty()) {
      return "cancel".equals(ring.status());
    }
    return !isFirstAnswerer(ring, first.get()) && rangMeanwhile(ring, first.get().at());
  }

  private static boolean isFirstAnswerer(Ring ring, Answer first) {
    return first.manager() != null && first.manager().equals(ring.manager());
  }

  private static boolean rangMeanwhile(Ring ring, Instant answeredAt) {
    return (ring.start() == null || !ring.start().isAfter(answeredAt))
        && ring.notEndedBefore(answeredAt)
        && (ring.status() == null || STATUSES_WITHOUT_BLAME.contains(ring.status()));
  }

  private @Nullable Duration ringTime(Ring ring, AttemptOutcome outcome) {
    Instant start = ring.start();
    if (start == null) {
      return null;
    }
    if (outcome == AttemptOutcome.ANSWERED) {
      Answer answer = firstAnswers.get(ring);
      if (answer == null) {
        return null;
      }
      return answer.at().isBefore(start) ? Duration.ZERO : Duration.between(start, answer.at());
    }
    Instant end = ring.end();
    return end == null || end.isBefore(start) ? null : Duration.between(start, end);
  }
}
