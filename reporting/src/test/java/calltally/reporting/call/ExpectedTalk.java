package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who talked when: the talk shares and transfers of sections 3 and 7.
 *
 * @param number of the manager
 * @param from the answer; null when its time is unknown
 * @param ring to which the answer belongs that begins it; null when it belongs to none
 */
record ExpectedTalk(String number, @Nullable Instant from, @Nullable ExpectedRing ring) {

  /** The managers who answered, one after the other, whether a talk is known or not. */
  static List<ExpectedTalk> turns(ExpectedCall call) {
    List<ExpectedTalk> turns = new ArrayList<>();
    if (!call.isIncoming() || !call.isAnswered() || call.manager() == null) {
      return turns;
    }
    if (call.answersOfWhom().isEmpty()) {
      turns.add(new ExpectedTalk(Objects.requireNonNull(call.manager()), null, null));
    }
    for (ExpectedAnswer answer : call.answersOfWhom()) {
      boolean afterTheEnd = ExpectedText.isLater(answer.time(), call.endedAt());
      String number = answer.number();
      if (number == null && turns.isEmpty()) {
        number = call.manager();
      }
      if (number != null && !afterTheEnd && !goesOn(call, turns, number)) {
        boolean known = answer.number() != null;
        turns.add(new ExpectedTalk(number, answer.time(), known ? answer.ring() : null));
      }
    }
    return turns;
  }

  private static boolean goesOn(ExpectedCall call, List<ExpectedTalk> turns, String number) {
    return !turns.isEmpty() && call.isSame(turns.get(turns.size() - 1).number(), number);
  }

  /** The seconds of each turn; empty where the call has no shares. */
  static List<BigDecimal> shares(ExpectedCall call) {
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal talk = call.talk();
    List<ExpectedTalk> turns = call.turns();
    if (talk == null || turns.isEmpty()) {
      return shares;
    }
    for (int i = 0; i < turns.size(); i++) {
      Instant end = i + 1 < turns.size() ? turns.get(i + 1).from() : call.endedAt();
      BigDecimal seconds = ExpectedText.seconds(turns.get(i).from(), end);
      shares.add(seconds == null ? talk : seconds);
    }
    return shares;
  }

  /** The talk of an attempt; null where its call has no shares. */
  static @Nullable BigDecimal of(ExpectedAttempt attempt) {
    ExpectedCall call = attempt.call();
    List<BigDecimal> shares = shares(call);
    if (shares.isEmpty()) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      if (attempt.equals(attempt(call, call.turns().get(i)))) {
        sum = sum.add(shares.get(i));
      }
    }
    return sum;
  }

  private static @Nullable ExpectedAttempt attempt(ExpectedCall call, ExpectedTalk turn) {
    for (ExpectedAttempt attempt : call.attempts()) {
      if (turn.ring() == null
          ? attempt.isAnswered() && call.isSame(attempt.ring().number(), turn.number())
          : attempt.ring().equals(turn.ring())) {
        return attempt;
      }
    }
    return null;
  }

  /** Whether another manager answered before them. */
  static boolean isTransferredTo(ExpectedCall call, @Nullable String number) {
    boolean another = false;
    for (ExpectedTalk turn : call.turns()) {
      if (call.isSame(turn.number(), number)) {
        if (another) {
          return true;
        }
      } else {
        another = true;
      }
    }
    return false;
  }

  /** Whether another manager answered after them. */
  static boolean isTransferredFrom(ExpectedCall call, @Nullable String number) {
    boolean own = false;
    for (ExpectedTalk turn : call.turns()) {
      if (call.isSame(turn.number(), number)) {
        own = true;
      } else if (own) {
        return true;
      }
    }
    return false;
  }
}
