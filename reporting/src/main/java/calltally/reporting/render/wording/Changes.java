package calltally.reporting.render.wording;

import calltally.reporting.render.wording.Change.Effect;
import calltally.reporting.render.wording.Change.Welcome;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import org.jspecify.annotations.Nullable;

/** Words for changes against usual or earlier figures. */
public final class Changes {

  private final Wording wording;
  private final String basis;

  private Changes(Wording wording, String basis) {
    this.wording = wording;
    this.basis = basis;
  }

  public static Changes of(@Nullable Comparison comparison, Period period, Wording wording) {
    return new Changes(wording, comparison == null ? "" : wording.text(key(comparison, period)));
  }

  private static String key(Comparison comparison, Period period) {
    String dates = period.isDay() ? weekday(period) : "dates";
    return switch (comparison.basis()) {
      case USUAL_WEEKDAY, USUAL_SO_FAR -> "usual." + dates;
      case WEEK_BEFORE, WEEK_BEFORE_SO_FAR -> "week_before." + dates;
      case PREVIOUS_WEEK -> "before.week";
      case PREVIOUS_MONTH -> "before.month";
      case PREVIOUS_PERIOD -> "before.period";
    };
  }

  private static String weekday(Period period) {
    return String.valueOf(period.from().getDayOfWeek().getValue());
  }

  /** A change in percentage points; more is welcome. None where either rate rests on too little. */
  public Change ofRate(Rate rate, Rate compared) {
    if (Math.min(rate.whole(), compared.whole()) < Comparison.LEAST_BASE) {
      return Change.UNKNOWN;
    }
    double points = 100 * (rate.share().orElseThrow() - compared.share().orElseThrow());
    String amount = wording.text("change.points", wording.notation().decimal(Math.abs(points)));
    return Math.abs(points) < 0.05 ? none() : change(points, amount, Welcome.MORE);
  }

  public Change ofCount(int count, double comparedCount, Welcome welcome) {
    double more = count - comparedCount;
    String amount = wording.notation().count(Math.round(Math.abs(more)));
    return Math.abs(more) < 0.5 ? none() : change(more, amount, welcome);
  }

  /**
   * A change in percent of what it is compared with, or in numbers where that is too little;
   * neither more nor less is welcome.
   */
  public Change inPercent(int count, double comparedCount) {
    if (comparedCount < Comparison.LEAST_BASE) {
      return ofCount(count, comparedCount, Welcome.EITHER);
    }
    double share = (count - comparedCount) / comparedCount;
    String amount =
        Math.abs(share) < 0.005
            ? wording.text("change.little")
            : wording.notation().change(Math.abs(share));
    return Math.abs(count - comparedCount) < 0.5 ? none() : change(share, amount, Welcome.EITHER);
  }

  private Change none() {
    return new Change(wording.text("change.none", basis), Effect.NEUTRAL);
  }

  private Change change(double difference, String amount, Welcome welcome) {
    String key = difference > 0 ? "change.up" : "change.down";
    return new Change(wording.text(key, amount, basis), welcome.effectOf(difference));
  }
}
