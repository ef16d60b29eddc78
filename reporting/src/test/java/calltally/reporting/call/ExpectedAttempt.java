package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attempt as section 4 defines it. */
record ExpectedAttempt(
    ExpectedRing ring, String outcome, @Nullable BigDecimal seconds, ExpectedCall call) {

  /** The attempts of a call, first one first. */
  static List<ExpectedAttempt> of(ExpectedCall call) {
    if (!call.isIncoming()) {
      return List.of();
    }
    List<ExpectedAttempt> attempts = new ArrayList<>();
    if (call.members().isEmpty()) {
      addOnlyAttempt(call, attempts);
    } else {
      List<ExpectedRing> rings = ExpectedRing.of(call);
      for (ExpectedRing ring : rings) {
        String outcome = outcome(call, ring, rings);
        attempts.add(new ExpectedAttempt(ring, outcome, seconds(call, ring, rings), call));
      }
      addPickedUpElsewhere(call, attempts);
    }
    attempts.sort(
        Comparator.comparing(
                (ExpectedAttempt a) -> a.ring().firstKnownTime(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(a -> a.ring().number(), ExpectedOrder::bytewise));
    return attempts;
  }

  private static void addOnlyAttempt(ExpectedCall call, List<ExpectedAttempt> attempts) {
    String number = call.answers().isEmpty() ? null : call.answers().get(0).receiver();
    if (number == null && call.directory().isManager(call.line(), call.date())) {
      number = call.line();
    }
    if (number == null || call.outcome().equals("unfinished")) {
      return;
    }
    ExpectedRing ring = new ExpectedRing(number, call.startedAt(), call.endedAt(), null, true);
    String outcome = "no_answer";
    if (call.isAnswered() || !call.answers().isEmpty()) {
      outcome = "answered";
    } else if ("busy".equals(call.verdict())) {
      outcome = "busy";
    }
    BigDecimal seconds =
        outcome.equals("answered") ? answeredAfter(call, ring, List.of(ring)) : ringTime(ring);
    attempts.add(new ExpectedAttempt(ring, outcome, seconds, call));
  }

  private static void addPickedUpElsewhere(ExpectedCall call, List<ExpectedAttempt> attempts) {
    if (!call.isAnswered() || call.answers().isEmpty()) {
      return;
    }
    CallNotification answer = call.answers().get(0);
    String receiver = call.tellsTimeOnly(answer) ? null : answer.receiver();
    boolean hasAnswered =
        attempts.stream()
            .anyMatch(
                a -> a.outcome().equals("answered") && call.isSame(a.ring().number(), receiver));
    if (receiver != null && !hasAnswered) {
      attempts.add(
          new ExpectedAttempt(
              new ExpectedRing(receiver, null, call.endedAt(), null, true),
              "answered",
              null,
              call));
    }
  }

  private static String outcome(ExpectedCall call, ExpectedRing ring, List<ExpectedRing> rings) {
    if (firstAnswer(call, ring, rings) != null || ring.hasStatus("answer")) {
      return "answered";
    }
    if (isTakenByAnother(call, ring)) {
      return "taken_by_another";
    }
    if (ring.hasStatus("cancel")) {
      return call.isAnswered() ? "other" : "caller_gave_up";
    }
    if (ring.hasStatus("busy", "unavailable")) {
      return String.valueOf(ring.status());
    }
    if (ring.hasStatus("noanswer", "missed")) {
      return "no_answer";
    }
    if (ring.end() != null) {
      return "other";
    }
    return call.outcome().equals("unfinished") ? "ringing" : "unknown";
  }

  private static boolean isTakenByAnother(ExpectedCall call, ExpectedRing ring) {
    String answeredBy = call.answeredBy();
    boolean byAnother = answeredBy == null || !call.isSame(answeredBy, ring.number());
    Instant answer = call.answeredAt();
    if (!call.isAnswered() || !byAnother) {
      return false;
    }
    if (answer == null) {
      return ring.hasStatus("cancel");
    }
    return (ring.start() == null || !ring.start().isAfter(answer))
        && ring.endsAfter(answer)
        && (ring.status() == null || ring.hasStatus("cancel", "noanswer", "missed", "other"));
  }

  private static @Nullable BigDecimal seconds(
      ExpectedCall call, ExpectedRing ring, List<ExpectedRing> rings) {
    return outcome(call, ring, rings).equals("answered")
        ? answeredAfter(call, ring, rings)
        : ringTime(ring);
  }

  /** Null when the call's end, and so that of the implied ring, lies before the start. */
  private static @Nullable BigDecimal ringTime(ExpectedRing ring) {
    BigDecimal seconds = ExpectedText.seconds(ring.start(), ring.end());
    return seconds == null || seconds.signum() < 0 ? null : seconds;
  }

  private static @Nullable BigDecimal answeredAfter(
      ExpectedCall call, ExpectedRing ring, List<ExpectedRing> rings) {
    BigDecimal seconds = ExpectedText.seconds(ring.start(), firstAnswer(call, ring, rings));
    return seconds == null ? null : seconds.max(BigDecimal.ZERO);
  }

  private static @Nullable Instant firstAnswer(
      ExpectedCall call, ExpectedRing ring, List<ExpectedRing> rings) {
    for (CallNotification answer : call.answers()) {
      ExpectedRing answered =
          call.tellsTimeOnly(answer) ? call.ringingAt(answer) : latestRing(call, answer, rings);
      if (ring.equals(answered)) {
        return answer.time();
      }
    }
    return null;
  }

  private static @Nullable ExpectedRing latestRing(
      ExpectedCall call, CallNotification answer, List<ExpectedRing> rings) {
    ExpectedRing latest = null;
    for (ExpectedRing ring : rings) {
      if (answer.receiver() != null
          && call.isSame(answer.receiver(), ring.number())
          && ring.startsBefore(answer.time())
          && (latest == null || ExpectedText.isLater(ring.start(), latest.start()))) {
        latest = ring;
      }
    }
    return latest != null && latest.endsAfter(answer.time()) ? latest : null;
  }
}
