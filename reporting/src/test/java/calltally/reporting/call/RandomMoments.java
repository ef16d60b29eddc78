package calltally.reporting.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Instants at which thresholds lie, and those of other calls of the same phone or customer. */
final class RandomMoments {

  private static final List<Duration> CALL_LENGTHS =
      List.of(Duration.ofHours(4), Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(13));

  private static final List<Duration> TALKS =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(2));

  private final Random random;
  private final TestPlace place;
  private final Map<String, List<Instant>> known = new TreeMap<>();

  RandomMoments(Random random, TestPlace place) {
    this.random = random;
    this.place = place;
  }

  boolean oneIn(int tries) {
    return random.nextInt(tries) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Often a quarter of a day, so that calls start at one instant and windows end at another. */
  Instant start() {
    if (oneIn(8)) {
      return place.start().minusSeconds(6 * 3600L * (random.nextInt(80) + 4 * 75));
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> place.start().plusSeconds(6 * 3600L * random.nextInt(40));
      case 2 -> place.change().plusSeconds(600L * (random.nextInt(19) - 9));
      default -> place.start().plusMillis(random.nextLong(10L * 24 * 3_600_000));
    };
  }

  /** Whole and half seconds, give or take a millisecond: both sides of every threshold. */
  Instant after(Instant at, int halfSeconds) {
    return roughly(at.plusMillis(500L * random.nextInt(halfSeconds + 1)), 4);
  }

  /** The end of a ring: often around the ten seconds of a fair one. */
  Instant afterRing(Instant at) {
    return oneIn(4) ? roughly(at.plusSeconds(10), 1) : after(at, 26);
  }

  /** The end of a talk: often around the five seconds of a contact, now and then hours later. */
  Instant afterTalk(Instant at) {
    if (oneIn(9)) {
      return roughly(at.plus(pick(CALL_LENGTHS)), 2);
    }
    return oneIn(2) ? roughly(at.plus(pick(TALKS)), 2) : after(at, 120);
  }

  /** Remembers that something happened to a phone or customer. */
  void remember(@Nullable String number, Instant at) {
    if (number != null) {
      known.computeIfAbsent(number, unknown -> new ArrayList<>()).add(at);
    }
  }

  /** An instant around one of another call, up to some seconds; any instant without one. */
  Instant near(@Nullable String number, int seconds) {
    List<Instant> moments = number == null ? List.of() : known.getOrDefault(number, List.of());
    return moments.isEmpty()
        ? start()
        : roughly(pick(moments).plusSeconds(random.nextInt(2 * seconds + 1) - seconds), 2);
  }

  Instant roughly(Instant at) {
    return roughly(at, 1);
  }

  private Instant roughly(Instant at, int tries) {
    return oneIn(tries) ? at.plusMillis(random.nextInt(3) - 1) : at;
  }
}
