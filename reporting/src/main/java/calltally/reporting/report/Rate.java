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

  /** The 97.5th percentile of the normal distribution: 95 % lie between it and its negative. */
  private static final double Z = 1.959964;

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

  /** The lower end of the 95 % Wilson interval, from 0 to 1; 0 when the whole is empty. */
  public double lowerBound() {
    return whole == 0 ? 0 : Math.max(0, centre() - margin());
  }

  /** The upper end of the 95 % Wilson interval, from 0 to 1; 1 when the whole is empty. */
  public double upperBound() {
    return whole == 0 ? 1 : Math.min(1, centre() + margin());
  }

  private double centre() {
    return (part + Z * Z / 2) / (whole + Z * Z);
  }

  private double margin() {
    double variance = (double) part * (whole - part) / whole;
    return Z * Math.sqrt(variance + Z * Z / 4) / (whole + Z * Z);
  }
}
