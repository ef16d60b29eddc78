package calltally.ingest.simulation;

import org.jspecify.annotations.Nullable;

/**
 * The people outside: some hundred regulars, the same in every week, and newcomers without end.
 *
 * <p>Their numbers lie in a range that no operator has.
 */
final class Customers {

  private static final int REGULARS = 900;
  private static final int REGULAR_NUMBERS = 400_000;
  private static final int NEWCOMER_NUMBERS = 500_000;
  private static final double REGULAR_SHARE = 0.6;
  private static final double WITHHELD_SHARE = 0.015;

  private final Dice dice;

  Customers(Dice dice) {
    this.dice = dice;
  }

  /** Somebody who calls; null when he withholds his number. */
  @Nullable String caller() {
    return dice.chance(WITHHELD_SHARE) ? null : anybody();
  }

  /** Somebody whose number is known. */
  String anybody() {
    if (dice.chance(REGULAR_SHARE)) {
      double rank = StrictMath.pow(dice.share(), 1.6);
      return regular((int) (rank * REGULARS));
    }
    return number(100_000 + REGULAR_NUMBERS + dice.below(NEWCOMER_NUMBERS));
  }

  private static String regular(int rank) {
    return number(100_000 + (int) (rank * 7919L % REGULAR_NUMBERS));
  }

  private static String number(int lastSix) {
    return "+375290" + lastSix;
  }
}
