package calltally.reporting.report;

import java.util.OptionalDouble;

/**
 * A share of a whole, kept as its two counts.
 *
 * @param part the numerator
 * @param whole the denominator
 */
public record Rate(int part, int whole) {

  /** With a smaller denominator, a rate is too uncertain to judge by. */
  public static final int SMALL_SAMPLE = 20;

  /** No part of nothing. */
  public static final Rate NONE = new Rate(0, 0);

  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(
          "cannot make a rate: 0 <= part <= whole must hold (was %d of %d)".formatted(part, whole));
    }
  }

  /** From 0 to 1; empty when the whole is 0. */
  public OptionalDouble share() {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  public Rate plus(Rate more) {
    return new Rate(part + more.part, whole + more.whole);
  }

  /** Whether the whole is below {@link #SMALL_SAMPLE}. */
  public boolean isSmallSample() {
    return whole < SMALL_SAMPLE;
  }
}
