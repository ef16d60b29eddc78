package calltally.app.demo.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The callers: several hundred regulars, the same every week, and any number of newcomers.
 *
 * <p>Their numbers are in a range that no operator uses.
 */
final class Customers {

  private static final int REGULARS = 900;
  private static final int REGULAR_NUMBERS = 400_000;
  private static final int NEWCOMER_NUMBERS = 500_000;
  private static final double REGULAR_SHARE = 0.6;
  private static final double WITHHELD_SHARE = 0.015;

  private final RandomSource random;

  Customers(RandomSource random) {
    this.random = random;
  }

  /** The number of a caller; null when withheld. */
  @Nullable String caller() {
    return random.chance(WITHHELD_SHARE) ? null : anybody();
  }

  /** The number of a customer. */
  String anybody() {
    if (random.chance(REGULAR_SHARE)) {
      double rank = StrictMath.pow(random.share(), 1.6);
      return regular((int) (rank * REGULARS));
    }
    return number(100_000 + REGULAR_NUMBERS + random.below(NEWCOMER_NUMBERS));
  }

  private static String regular(int rank) {
    return number(100_000 + (int) (rank * 7919L % REGULAR_NUMBERS));
  }

  private static String number(int lastSix) {
    return "+375290" + lastSix;
  }
}
