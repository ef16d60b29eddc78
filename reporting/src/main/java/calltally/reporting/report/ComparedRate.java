package calltally.reporting.report;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A manager's answer rate and what its sample size allows to conclude.
 *
 * @param rate picked-up calls ÷ answerable calls, as counted; no rate if untold
 * @param from lower end of its 95 % Wilson interval; null without a rate
 * @param to upper end; null without a rate
 */
public record ComparedRate(
    Rate rate, @Nullable Double from, @Nullable Double to, TeamComparison againstTeam) {

  /** No rate, no comparison. */
  public static final ComparedRate NONE = of(new Rate(0, 0));

  /** No rate, because rings are not told. */
  static final ComparedRate UNTOLD =
      new ComparedRate(new Rate(0, 0), null, null, TeamComparison.UNTOLD);

  /** How a rate compares with the team's. */
  public enum TeamComparison {
    /** The interval lies above the team's rate. */
    ABOVE,
    /** The interval lies below the team's rate. */
    BELOW,
    /** The interval contains the team's rate. */
    WITHIN,
    /** Fewer answerable calls than a comparison needs. */
    TOO_FEW,
    /** Rings, or how they ended, are not told, so there is no rate. */
    UNTOLD
  }

  /** A rate that is compared with nothing, such as the team's own. */
  static ComparedRate of(Rate rate) {
    return new ComparedRate(
        rate, null, null, rate.isSmallSample() ? TeamComparison.TOO_FEW : TeamComparison.WITHIN);
  }

  public boolean isUntold() {
    return againstTeam == TeamComparison.UNTOLD;
  }

  /** The rate; null when it has no value because rings or their ends are not told. */
  public @Nullable Rate ifKnown() {
    return isUntold() ? null : rate;
  }

  /** From 0 to 1; empty when untold or without answerable calls. */
  public OptionalDouble share() {
    return isUntold() ? OptionalDouble.empty() : rate.share();
  }
}
