package calltally.reporting.call;

import calltally.reporting.call.fold.Notification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attempt as section 4 defines it. */
record ReckonedAttempt(
    ReckonedRing ring, String outcome, @Nullable BigDecimal seconds, ReckonedCall call) {

  /** The attempts of a call, the first one first. */
  static List<ReckonedAttempt> of(ReckonedCall call) {
    if (!call.isIncoming()) {
      return List.of();
    }
    List<ReckonedAttempt> attempts = new ArrayList<>();
    if (call.members().isEmpty()) {
      addOnlyAttempt(call, attempts);
    } else {
      List<ReckonedRing> rings = ReckonedRing.of(call);
      for (ReckonedRing ring : rings) {
        String outcome = outcome(call, ring, rings);
        attempts.add(new ReckonedAttempt(ring, outcome, seconds(call, ring, rings), call));
      }
      addPickedUpElsewhere(call, attempts);
    }
    attempts.sort(
        Comparator.comparing(
                (ReckonedAttempt a) -> a.ring().firstKnownTime(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(a -> a.ring().number(), ReckonedOrder::bytewise));
    return attempts;
  }

  private static void addOnlyAttempt(ReckonedCall call, List<ReckonedAttempt> attempts) {
    String number = call.answers().isEmpty() ? null : call.answers().get(0).receiver();
    if (number == null && call.staff().isManager(call.line(), call.date())) {
      number = call.line();
    }
    if (number == null || call.outcome().equals("unfinished")) {
      return;
    }
    ReckonedRing ring = new ReckonedRing(number, call.startedAt(), call.endedAt(), null, true);
    String outcome = "no_answer";
    if (call.isAnswered() || !call.answers().isEmpty()) {
      outcome = "answered";
    } else if ("busy".equals(call.verdict())) {
      outcome = "busy";
    }
    BigDecimal seconds =
        outcome.equals("answered") ? answeredAfter(call, ring, List.of(ring)) : ringTime(ring);
    attempts.add(new ReckonedAttempt(ring, outcome, seconds, call));
  }

  private static void addPickedUpElsewhere(ReckonedCall call, List<ReckonedAttempt> attempts) {
    if (!call.isAnswered() || call.answers().isEmpty()) {
      return;
    }
    Notification answer = call.answers().get(0);
    String receiver = call.tellsTimeOnly(answer) ? null : answer.receiver();
    boolean hasAnswered =
        attempts.stream()
            .anyMatch(
                a -> a.outcome().equals("answered") && call.isSame(a.ring().number(), receiver));
    if (receiver != null && !hasAnswered) {
      attempts.add(
          new ReckonedAttempt(
              new ReckonedRing(receiver, null, call.endedAt(), null, true),
              "answered",
              null,
              call));
    }
  }

  private static String outcome(ReckonedCall call, ReckonedRing ring, List<ReckonedRing> rings) {
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

  private static boolean isTakenByAnother(ReckonedCall call, ReckonedRing ring) {
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
      ReckonedCall call, ReckonedRing ring, List<ReckonedRing> rings) {
    return outcome(call, ring, rings).equals("answered")
        ? answeredAfter(call, ring, rings)
        : ringTime(ring);
  }

  /** Nothing when the call end, and so that of the ring it implies, lies before the start. */
  private static @Nullable BigDecimal ringTime(ReckonedRing ring) {
    BigDecimal seconds = ReckonedText.seconds(ring.start(), ring.end());
    return seconds == null || seconds.signum() < 0 ? null : seconds;
  }

  private static @Nullable BigDecimal answeredAfter(
      ReckonedCall call, ReckonedRing ring, List<ReckonedRing> rings) {
    BigDecimal seconds = ReckonedText.seconds(ring.start(), firstAnswer(call, ring, rings));
    return seconds == null ? null : seconds.max(BigDecimal.ZERO);
  }

  private static @Nullable Instant firstAnswer(
      ReckonedCall call, ReckonedRing ring, List<ReckonedRing> rings) {
    for (Notification answer : call.answers()) {
      ReckonedRing answered =
          call.tellsTimeOnly(answer) ? call.ringingAt(answer) : latestRing(call, answer, rings);
      if (ring.equals(answered)) {
        return answer.time();
      }
    }
    return null;
  }

  private static @Nullable ReckonedRing latestRing(
      ReckonedCall call, Notification answer, List<ReckonedRing> rings) {
    ReckonedRing latest = null;
    for (ReckonedRing ring : rings) {
      if (answer.receiver() != null
          && call.isSame(answer.receiver(), ring.number())
          && ring.startsBefore(answer.time())
          && (latest == null || ReckonedText.isLater(ring.start(), latest.start()))) {
        latest = ring;
      }
    }
    return latest != null && latest.endsAfter(answer.time()) ? latest : null;
  }
}
