package calltally.reporting.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The earlier figures that a period is compared with.
 *
 * @param answerRate null when nothing was answered or missed
 * @param serviceLevel null likewise
 * @param waiting judged as long after the end of each earlier period as the report is after its own
 */
public record Comparison(
    Basis basis,
    double incoming,
    @Nullable Double answerRate,
    @Nullable Double serviceLevel,
    double missedCallers,
    double waiting) {

  /** Which earlier period, or mean of several, the figures are of. */
  public enum Basis {
    /** Means over the same weekday of the last four weeks, days without data left out. */
    USUAL_WEEKDAY,
    PREVIOUS_WEEK,
    PREVIOUS_MONTH,
    /** As many days, just before the period. */
    PREVIOUS_PERIOD
  }

  public static Comparison mean(Basis basis, List<Totals> periods) {
    return new Comparison(
        basis,
        mean(periods, period -> period.calls().incoming()),
        meanRate(periods, period -> period.calls().answerRate()),
        meanRate(periods, period -> period.calls().serviceLevel()),
        mean(periods, period -> period.missedCallers().callers()),
        mean(periods, period -> period.missedCallers().waiting()));
  }

  private static double mean(List<Totals> periods, ToDoubleFunction<Totals> figure) {
    return periods.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static @Nullable Double meanRate(List<Totals> periods, Function<Totals, Rate> rate) {
    OptionalDouble mean =
        periods.stream()
            .map(rate)
            .map(Rate::share)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
