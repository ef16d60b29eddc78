package calltally.reporting.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The earlier figures that a period is compared with.
 *
 * @param incoming mean over the earlier periods, as are missedCallers and waiting
 * @param answerRate sums of numerators and denominators over the earlier periods
 * @param serviceLevel likewise
 * @param waiting judged as long after the end of each earlier period as the report is after its own
 */
public record Comparison(
    Basis basis,
    double incoming,
    Rate answerRate,
    Rate serviceLevel,
    double missedCallers,
    double waiting) {

  /** A change in percent says something from this base on. */
  public static final int LEAST_BASE = 20;

  /** With fewer comparable periods nothing is usual. */
  public static final int LEAST_USUAL = 2;

  /** Which earlier period, or mean of several, the figures are of. */
  public enum Basis {
    /** Means over the same weekday of the last four weeks that have data and are no holidays. */
    USUAL_WEEKDAY,
    /** The same dates of the week before: too few days to say what is usual. */
    WEEK_BEFORE,
    /** As the usual weekday, but of each date only what came until the same time of day. */
    USUAL_SO_FAR,
    /** As the week before, until the same time of day. */
    WEEK_BEFORE_SO_FAR,
    PREVIOUS_WEEK,
    PREVIOUS_MONTH,
    /** As many days, just before the period. */
    PREVIOUS_PERIOD
  }

  /**
   * Means over earlier periods.
   *
   * @param waiting callers of all these periods who waited, presumed missed ones included
   */
  public static Comparison mean(Basis basis, List<Totals> periods, int waiting) {
    return new Comparison(
        basis,
        mean(periods, period -> period.calls().incoming()),
        rate(periods, period -> period.calls().answerRate()),
        rate(periods, period -> period.calls().serviceLevel()),
        mean(periods, period -> period.missedCallers().callers()),
        (double) waiting / periods.size());
  }

  private static double mean(List<Totals> periods, ToDoubleFunction<Totals> figure) {
    return periods.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static Rate rate(List<Totals> periods, Function<Totals, Rate> rate) {
    return periods.stream().map(rate).reduce(Rate.NONE, Rate::plus);
  }
}
