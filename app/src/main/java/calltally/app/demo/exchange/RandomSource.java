package calltally.app.demo.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Random numbers from a seed, the same on every machine and every release of Java. */
final class RandomSource {

  private final Random random;

  private RandomSource(long seed) {
    this.random = new Random(seed);
  }

  /** One source for each week and purpose, so that one purpose never disturbs another. */
  static RandomSource of(long seed, long week, String purpose) {
    return new RandomSource(mix(mix(seed) + mix(week) + purpose.hashCode()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number in [0, bound). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A share in [0, 1). */
  double share() {
    return random.nextDouble();
  }

  <T> T oneOf(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Whole milliseconds in [from, to). */
  Duration between(Duration from, Duration to) {
    long span = to.minus(from).toMillis();
    return from.plusMillis((long) (random.nextDouble() * span));
  }

  Duration seconds(double from, double to) {
    return between(Duration.ofMillis((long) (from * 1000)), Duration.ofMillis((long) (to * 1000)));
  }

  /** Mostly below the mean, sometimes several times it, as waits between events are distributed. */
  Duration exponential(Duration mean) {
    return Duration.ofMillis(
        (long) (-StrictMath.log(1 - random.nextDouble()) * mean.toMillis()) + 1);
  }

  /** Around the mean with a long right tail, as talk and reaction times are distributed. */
  Duration around(Duration mean) {
    double sigma = 0.7;
    double factor = StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    return Duration.ofMillis((long) (mean.toMillis() * factor) + 1);
  }

  /** How many independent events happen when so many are expected. */
  int poisson(double expected) {
    int events = 0;
    double left = expected + StrictMath.log(1 - random.nextDouble());
    while (left > 0) {
      events++;
      left += StrictMath.log(1 - random.nextDouble());
    }
    return events;
  }

  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
