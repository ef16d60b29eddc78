package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * An answer rate and what its sample size allows to conclude.
 *
 * @param rate answered ÷ (answered + no answer + busy)
 * @param from lower end of its 95 % Wilson interval; null without a rate
 * @param to upper end; null without a rate
 */
public record ComparedRate(
    Rate rate, @Nullable Double from, @Nullable Double to, TeamComparison againstTeam) {

  /** No rate, no comparison. */
  public static final ComparedRate NONE = of(new Rate(0, 0));

  /** How a rate compares with the team's. */
  public enum TeamComparison {
    /** The interval lies above the team's rate. */
    ABOVE,
    /** The interval lies below the team's rate. */
    BELOW,
    /** The interval contains the team's rate. */
    WITHIN,
    /** Fewer counted rings than a comparison needs. */
    TOO_FEW
  }

  /** A rate that is compared with nothing, such as the team's own. */
  static ComparedRate of(Rate rate) {
    return new ComparedRate(
        rate, null, null, rate.isSmallSample() ? TeamComparison.TOO_FEW : TeamComparison.WITHIN);
  }
}
