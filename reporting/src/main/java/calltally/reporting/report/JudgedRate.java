package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * An answer rate with what its sample allows to say of it.
 *
 * @param rate answered ÷ (answered + no answer + busy)
 * @param from lower end of its 95 % Wilson interval; null without one
 * @param to upper end; null without one
 */
public record JudgedRate(
    Rate rate, @Nullable Double from, @Nullable Double to, Judgement judgement) {

  /** No rate, no judgement. */
  public static final JudgedRate NONE = of(new Rate(0, 0));

  /** How it compares with the team's. */
  public enum Judgement {
    /** Its interval lies above the team's rate. */
    ABOVE,
    /** Its interval lies below the team's rate. */
    BELOW,
    /** Its interval overlaps with the team's rate. */
    WITHIN,
    /** Fewer counted rings than a judgement needs. */
    TOO_FEW
  }

  /** The rate of the team itself, which is compared with nothing. */
  static JudgedRate of(Rate rate) {
    return new JudgedRate(
        rate, null, null, rate.isSmallSample() ? Judgement.TOO_FEW : Judgement.WITHIN);
  }
}
