package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a call and whose it is, as sections 3 and 4 define it.
 *
 * @param number of the phone that answered; null when nobody knows which
 * @param ring to which the answer belongs; null when it belongs to none
 */
record ExpectedAnswer(Instant time, @Nullable String number, @Nullable ExpectedRing ring) {

  /** The answers of a call, first one first. */
  static List<ExpectedAnswer> of(ExpectedCall call, List<ExpectedRing> rings) {
    List<ExpectedAnswer> answers = new ArrayList<>();
    for (CallNotification answer : call.answers()) {
      answers.add(of(call, answer, rings, answers));
    }
    return answers;
  }

  private static ExpectedAnswer of(
      ExpectedCall call,
      CallNotification answer,
      List<ExpectedRing> rings,
      List<ExpectedAnswer> before) {
    if (call.tellsTimeOnly(answer)) {
      List<ExpectedRing> unanswered = new ArrayList<>(rings);
      before.forEach(earlier -> unanswered.remove(earlier.ring()));
      ExpectedRing ring = ringingAt(answer.time(), unanswered);
      return new ExpectedAnswer(answer.time(), ring == null ? null : ring.number(), ring);
    }
    return new ExpectedAnswer(answer.time(), answer.receiver(), latest(call, answer, rings));
  }

  private static @Nullable ExpectedRing ringingAt(Instant time, List<ExpectedRing> rings) {
    List<ExpectedRing> ringing = new ArrayList<>();
    List<ExpectedRing> saidAnswer = new ArrayList<>();
    for (ExpectedRing ring : rings) {
      if (ring.startsBefore(time) && ring.endsAfter(time)) {
        ringing.add(ring);
        if (ring.hasStatus("answer")) {
          saidAnswer.add(ring);
        }
      }
    }
    if (saidAnswer.size() == 1) {
      return saidAnswer.get(0);
    }
    return ringing.size() == 1 ? ringing.get(0) : null;
  }

  private static @Nullable ExpectedRing latest(
      ExpectedCall call, CallNotification answer, List<ExpectedRing> rings) {
    ExpectedRing latest = null;
    for (ExpectedRing ring : rings) {
      if (call.isSame(answer.receiver(), ring.number())
          && ring.startsBefore(answer.time())
          && (latest == null || ExpectedText.isLater(ring.start(), latest.start()))) {
        latest = ring;
      }
    }
    return latest != null && latest.endsAfter(answer.time()) ? latest : null;
  }
}
