package calltally.reporting.report;

import java.util.OptionalDouble;

/**
 * A share of a whole, kept as its two counts.
 *
 * @param part how many of them
 * @param whole how many there are
 */
public record Rate(int part, int whole) {

  /** Below this whole a rate is no ground for a judgement. */
  public static final int SMALL_SAMPLE = 20;

  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(
          "rate not possible: 0 <= part <= whole, was " + part + " of " + whole);
    }
  }

  /** From 0 to 1; empty when the whole is empty. */
  public OptionalDouble share() {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /** Whether the whole is below {@link #SMALL_SAMPLE}. */
  public boolean isSmallSample() {
    return whole < SMALL_SAMPLE;
  }
}
