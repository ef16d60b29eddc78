package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attempt as section 4 defines it. */
record ExpectedAttempt(
    ExpectedRing ring, String outcome, @Nullable BigDecimal seconds, ExpectedCall call) {

  private static final BigDecimal FAIR_RING = BigDecimal.valueOf(10);

  /** The attempts of a call, first one first. */
  static List<ExpectedAttempt> of(ExpectedCall call) {
    List<ExpectedAttempt> attempts = new ArrayList<>();
    for (ExpectedRing ring : call.rings()) {
      String outcome = outcome(call, ring);
      attempts.add(new ExpectedAttempt(ring, outcome, seconds(call, ring, outcome), call));
    }
    if (call.isIncoming() && call.isAnswered()) {
      call.answersOfWhom().forEach(answer -> addPickedUpElsewhere(call, answer, attempts));
    }
    attempts.sort(
        Comparator.comparing(
                (ExpectedAttempt a) -> a.ring().firstKnownTime(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(a -> a.ring().number(), ExpectedOrder::bytewise));
    return attempts;
  }

  /** The attempt that a call without member notifications implies. */
  static List<ExpectedRing> onlyRing(ExpectedCall call) {
    String number = call.answers().isEmpty() ? null : call.answers().get(0).receiver();
    if (number == null && call.directory().isManager(call.line(), call.date())) {
      number = call.line();
    }
    if (number == null || call.outcome().equals("unfinished")) {
      return List.of();
    }
    String status = "noanswer";
    if (!call.answers().isEmpty() || call.isAnswered()) {
      status = "answer";
    } else if ("busy".equals(call.verdict())) {
      status = "busy";
    }
    Instant start = call.hasStart() ? call.startedAt() : null;
    return List.of(new ExpectedRing(number, start, call.endedAt(), status, true));
  }

  private static void addPickedUpElsewhere(
      ExpectedCall call, ExpectedAnswer answer, List<ExpectedAttempt> attempts) {
    boolean hasAnswered =
        attempts.stream()
            .anyMatch(a -> a.isAnswered() && call.isSame(a.ring().number(), answer.number()));
    if (answer.number() != null && !hasAnswered) {
      ExpectedRing ring = new ExpectedRing(answer.number(), null, call.endedAt(), null, true);
      attempts.add(new ExpectedAttempt(ring, "answered", null, call));
    }
  }

  boolean isAnswered() {
    return outcome.equals("answered");
  }

  private static String outcome(ExpectedCall call, ExpectedRing ring) {
    if (firstAnswer(call, ring) != null || ring.hasStatus("answer")) {
      return "answered";
    }
    if (call.isAnswered() && isTakenByAnother(call, ring)) {
      return "taken_by_another";
    }
    if (ring.hasStatus("busy", "unavailable")) {
      return String.valueOf(ring.status());
    }
    if (!call.isAnswered() && isGivenUp(call, ring)) {
      return "caller_gave_up";
    }
    if (ring.hasStatus("noanswer", "missed")
        || (ring.hasStatus("cancel") && !call.isAnswered() && isFair(ring))) {
      return "no_answer";
    }
    if (ring.end() != null && ring.status() != null) {
      return "other";
    }
    return ring.end() == null && call.outcome().equals("unfinished") ? "ringing" : "unknown";
  }

  private static boolean isTakenByAnother(ExpectedCall call, ExpectedRing ring) {
    Instant answer = call.answeredAt();
    if (answer == null) {
      return ring.hasStatus("cancel");
    }
    boolean byAnother = call.answeredBy() == null || !call.isSame(call.answeredBy(), ring.number());
    return byAnother
        && (ring.start() == null || !ring.start().isAfter(answer))
        && ring.endsAfter(answer)
        && (ring.status() == null || ring.hasStatus("cancel", "noanswer", "missed", "other"));
  }

  private static boolean isGivenUp(ExpectedCall call, ExpectedRing ring) {
    if (!ring.hasStatus("cancel", "noanswer", "missed") || !endedWithTheCall(call, ring)) {
      return false;
    }
    return ringTime(ring) == null ? ring.hasStatus("cancel") : !isFair(ring);
  }

  private static boolean endedWithTheCall(ExpectedCall call, ExpectedRing ring) {
    if (call.endedAt() == null) {
      return ring.hasStatus("cancel");
    }
    return ring.end() != null && !ring.end().isBefore(call.endedAt().minusSeconds(1));
  }

  private static boolean isFair(ExpectedRing ring) {
    BigDecimal seconds = ringTime(ring);
    return seconds != null && seconds.compareTo(FAIR_RING) >= 0;
  }

  private static @Nullable BigDecimal seconds(
      ExpectedCall call, ExpectedRing ring, String outcome) {
    if (!outcome.equals("answered")) {
      return ringTime(ring);
    }
    BigDecimal seconds = ExpectedText.seconds(ring.start(), firstAnswer(call, ring));
    return seconds == null ? null : seconds.max(BigDecimal.ZERO);
  }

  /** Null when the call's end, and so that of the implied ring, lies before the start. */
  private static @Nullable BigDecimal ringTime(ExpectedRing ring) {
    BigDecimal seconds = ExpectedText.seconds(ring.start(), ring.end());
    return seconds == null || seconds.signum() < 0 ? null : seconds;
  }

  private static @Nullable Instant firstAnswer(ExpectedCall call, ExpectedRing ring) {
    return call.answersOfWhom().stream()
        .filter(answer -> ring.equals(answer.ring()))
        .map(ExpectedAnswer::time)
        .findFirst()
        .orElse(null);
  }
}
