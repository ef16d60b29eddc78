package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * An answer rate and what its sample size allows to conclude.
 *
 * @param rate answered ÷ (answered + no answer + busy)
 * @param from lower end of its 95 % Wilson interval; null without a rate
 * @param to upper end; null without a rate
 */
public record JudgedRate(
    Rate rate, @Nullable Double from, @Nullable Double to, Judgement judgement) {

  /** No rate, no judgement. */
  public static final JudgedRate NONE = of(new Rate(0, 0));

  /** How a rate compares with the team's. */
  public enum Judgement {
    /** The interval lies above the team's rate. */
    ABOVE,
    /** The interval lies below the team's rate. */
    BELOW,
    /** The interval contains the team's rate. */
    WITHIN,
    /** Fewer counted rings than a judgement needs. */
    TOO_FEW
  }

  /** A rate that is compared with nothing, such as the team's own. */
  static JudgedRate of(Rate rate) {
    return new JudgedRate(
        rate, null, null, rate.isSmallSample() ? Judgement.TOO_FEW : Judgement.WITHIN);
  }
}
