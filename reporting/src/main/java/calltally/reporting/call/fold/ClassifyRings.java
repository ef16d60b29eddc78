package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  private static final Set<String> NOT_PICKED_UP = Set.of("cancel", "noanswer", "missed");
  private static final Set<String> TAKEN_MEANWHILE =
      Set.of("cancel", "noanswer", "missed", "other");

  private final CallOutcome outcome;
  private final List<Answer> answers;
  private final @Nullable Instant endedAt;
  private final Duration fairRing;
  private final Map<Ring, Answer> firstAnswers = new HashMap<>();

  private ClassifyRings(
      CallOutcome outcome, List<Answer> answers, @Nullable Instant endedAt, Duration fairRing) {
    this.outcome = outcome;
    this.answers = answers;
    this.endedAt = endedAt;
    this.fairRing = fairRing;
    for (Answer answer : answers) {
      if (answer.ring() != null) {
        firstAnswers.putIfAbsent(answer.ring(), answer);
      }
    }
  }

  /**
   * Classifies the rings of a call, and adds those that its answers imply.
   *
   * @param endedAt end of the call; null when not received
   * @return in the order of their numbers, from 1; without shares of the talk
   */
  static List<Attempt> classify(
      CallOutcome outcome,
      List<Ring> rings,
      List<Answer> answers,
      @Nullable Instant endedAt,
      Duration fairRing) {
    ClassifyRings attempts = new ClassifyRings(outcome, answers, endedAt, fairRing);
    List<Ring> all = new ArrayList<>(rings);
    attempts.addImplied(all);
    return all.stream().sorted(NUMBERING).map(attempts::classify).toList();
  }

  /**
   * Each manager whose answer it is has an answered attempt, even if no phone of theirs was rung.
   */
  private void addImplied(List<Ring> rings) {
    if (outcome != CallOutcome.ANSWERED) {
      return;
    }
    Set<@Nullable String> answered = new HashSet<>();
    rings.stream().filter(this::isAnswered).forEach(ring -> answered.add(ring.manager()));
    for (Answer answer : answers) {
      if (answer.manager() != null && answered.add(answer.manager())) {
        rings.add(new Ring(answer.number(), answer.manager(), null, endedAt, "answer", true));
      }
    }
  }

  private Attempt classify(Ring ring) {
    AttemptOutcome classified = outcomeOf(ring);
    return new Attempt(ring, classified, ringTime(ring, classified), null, false, false);
  }

  private AttemptOutcome outcomeOf(Ring ring) {
    if (isAnswered(ring)) {
      return AttemptOutcome.ANSWERED;
    }
    if (isTakenByAnother(ring)) {
      return AttemptOutcome.TAKEN_BY_ANOTHER;
    }
    if (ring.end() == null) {
      return withoutEnd();
    }
    return ring.status() == null ? AttemptOutcome.UNKNOWN : byStatus(ring, ring.status());
  }

  private AttemptOutcome withoutEnd() {
    return outcome == CallOutcome.UNFINISHED ? AttemptOutcome.RINGING : AttemptOutcome.UNKNOWN;
  }

  private AttemptOutcome byStatus(Ring ring, String status) {
    if ("busy".equals(status)) {
      return AttemptOutcome.BUSY;
    }
    if ("unavailable".equals(status)) {
      return AttemptOutcome.UNAVAILABLE;
    }
    if (!NOT_PICKED_UP.contains(status)) {
      return AttemptOutcome.OTHER;
    }
    if (callerGaveUp(ring, status)) {
      return AttemptOutcome.CALLER_GAVE_UP;
    }
    return !"cancel".equals(status) || (outcome != CallOutcome.ANSWERED && rangFairly(ring))
        ? AttemptOutcome.NO_ANSWER
        : AttemptOutcome.OTHER;
  }

  private boolean callerGaveUp(Ring ring, String status) {
    if (outcome == CallOutcome.ANSWERED || !endedWithCall(ring, status)) {
      return false;
    }
    return lengthOf(ring) == null ? "cancel".equals(status) : !rangFairly(ring);
  }

  private boolean endedWithCall(Ring ring, String status) {
    return endedAt == null ? "cancel".equals(status) : ring.notEndedBefore(endedAt);
  }

  /** Whether the phone is known to have rung so long that it could have been answered. */
  private boolean rangFairly(Ring ring) {
    Duration length = lengthOf(ring);
    return length != null && Milliseconds.of(length).compareTo(fairRing) >= 0;
  }

  private static @Nullable Duration lengthOf(Ring ring) {
    Instant start = ring.start();
    Instant end = ring.end();
    return start == null || end == null || end.isBefore(start)
        ? null
        : Duration.between(start, end);
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
        && (ring.status() == null || TAKEN_MEANWHILE.contains(ring.status()));
  }

  private @Nullable Duration ringTime(Ring ring, AttemptOutcome outcome) {
    if (outcome != AttemptOutcome.ANSWERED) {
      return lengthOf(ring);
    }
    Answer answer = firstAnswers.get(ring);
    Instant start = ring.start();
    if (start == null || answer == null) {
      return null;
    }
    return answer.at().isBefore(start) ? Duration.ZERO : Duration.between(start, answer.at());
  }
}
