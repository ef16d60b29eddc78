package calltally.reporting.report;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The usual figures of a weekday: means over the last four of them, days without data left out.
 *
 * @param answerRate null when nothing was answered or missed on any of them
 * @param serviceLevel null likewise
 * @param waiting judged as long after each day as the report is after its own
 */
public record Usual(
    double incoming,
    @Nullable Double answerRate,
    @Nullable Double serviceLevel,
    double missedCallers,
    double waiting) {

  static Usual of(Collection<DayTotals> days) {
    return new Usual(
        mean(days, day -> day.calls().incoming()),
        meanRate(days, day -> day.calls().answerRate().share().orElse(Double.NaN)),
        meanRate(days, day -> day.calls().serviceLevel().share().orElse(Double.NaN)),
        mean(days, day -> day.missedCallers().callers()),
        mean(days, day -> day.missedCallers().waiting()));
  }

  private static double mean(Collection<DayTotals> days, ToDoubleFunction<DayTotals> figure) {
    return days.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static @Nullable Double meanRate(
      Collection<DayTotals> days, ToDoubleFunction<DayTotals> rate) {
    OptionalDouble mean =
        days.stream().mapToDouble(rate).filter(share -> !Double.isNaN(share)).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
