package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Divides the talk of an answered incoming call among the managers who talked, by section 3 of the
 * definitions. The shares are whole milliseconds and add up to the talk.
 */
final class TalkShares {

  private final List<TalkTurn> turns;
  private final @Nullable Duration talk;
  private final Map<Ring, Duration> ofRings = new HashMap<>();
  private final Set<String> transferredIn = new HashSet<>();
  private final Set<String> transferredOut = new HashSet<>();

  private TalkShares(List<TalkTurn> turns, @Nullable Duration talk) {
    this.turns = turns;
    this.talk = turns.isEmpty() || talk == null ? null : Milliseconds.of(talk);
  }

  /**
   * The attempts of a call with their shares of its talk.
   *
   * @param attempts in the order of their numbers, without shares
   * @param talk null when unknown
   */
  static List<Attempt> divide(
      List<Attempt> attempts, List<TalkTurn> turns, @Nullable Duration talk) {
    if (turns.isEmpty()) {
      return attempts;
    }
    TalkShares shares = new TalkShares(turns, talk);
    shares.giveTo(attempts);
    shares.findTransfers();
    return attempts.stream().map(shares::withShare).toList();
  }

  private void giveTo(List<Attempt> attempts) {
    if (talk == null) {
      return;
    }
    Map<String, Ring> firstAnswered = firstAnswered(attempts);
    for (int i = 0; i < turns.size(); i++) {
      TalkTurn turn = turns.get(i);
      Ring ring = turn.ring() == null ? firstAnswered.get(turn.manager()) : turn.ring();
      if (ring != null) {
        ofRings.merge(ring, share(i, talk), Duration::plus);
      }
    }
  }

  /** Each manager's first answered ring. */
  private static Map<String, Ring> firstAnswered(List<Attempt> attempts) {
    Map<String, Ring> rings = new HashMap<>();
    for (Attempt attempt : attempts) {
      if (attempt.isAnswered() && attempt.ring().manager() != null) {
        rings.putIfAbsent(attempt.ring().manager(), attempt.ring());
      }
    }
    return rings;
  }

  private Duration share(int turn, Duration whole) {
    return turn + 1 == turns.size()
        ? whole.minus(sinceAnswer(turn))
        : sinceAnswer(turn + 1).minus(sinceAnswer(turn));
  }

  private Duration sinceAnswer(int turn) {
    Instant answered = turns.get(0).from();
    Instant from = turns.get(turn).from();
    return answered == null || from == null
        ? Duration.ZERO
        : Milliseconds.of(Duration.between(answered, from));
  }

  private void findTransfers() {
    for (int i = 1; i < turns.size(); i++) {
      transferredOut.add(turns.get(i - 1).manager());
      transferredIn.add(turns.get(i).manager());
    }
  }

  private Attempt withShare(Attempt attempt) {
    String manager = attempt.ring().manager();
    return new Attempt(
        attempt.ring(),
        attempt.outcome(),
        attempt.ringTime(),
        talk == null ? null : ofRings.getOrDefault(attempt.ring(), Duration.ZERO),
        attempt.isAnswered() && transferredIn.contains(manager),
        attempt.isAnswered() && transferredOut.contains(manager));
  }
}
