package calltally.reporting.render;

import calltally.reporting.render.chart.Bar;
import calltally.reporting.render.chart.Sparkline;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of managers.
 *
 * @param rate empty where the sample is small
 * @param uncertainRate the rate where the sample is small, else empty
 * @param interval 95 % interval of the uncertain rate
 * @param bar null in the total row
 * @param trend null in the total row
 * @param showsTrend whether the trend replaces the bar
 */
record ManagerRow(
    String name,
    String attempts,
    String answered,
    String noAnswer,
    String busy,
    String unavailable,
    String takenByAnother,
    String callerGaveUp,
    String rate,
    String uncertainRate,
    String interval,
    String medianRing,
    String talk,
    String outgoing,
    String connectRate,
    String callbacks,
    @Nullable Renderable bar,
    @Nullable Renderable trend,
    boolean showsBar,
    boolean showsTrend,
    boolean total) {

  /** The managers, then their totals; with trends in a longer period. */
  static List<ManagerRow> of(Managers managers, Period period, Wording wording) {
    List<ManagerActivity> figures = managers.managers();
    int largest =
        figures.stream().mapToInt(manager -> manager.attempts().attempts()).max().orElse(1);
    Sparkline.Span span = Sparkline.Span.of(figures.stream().map(ManagerActivity::trend));
    List<ManagerRow> rows = new ArrayList<>();
    for (ManagerActivity manager : figures) {
      rows.add(
          row(
              PhoneNumberFormat.readable(manager.manager()),
              manager,
              new Drawings(
                  Bar.of(manager.attempts(), largest),
                  new Sparkline(manager.trend(), span),
                  !period.isDay()),
              wording));
    }
    if (!rows.isEmpty()) {
      rows.add(
          row(
              wording.text("managers.total"),
              managers.total(),
              new Drawings(null, null, !period.isDay()),
              wording));
    }
    return rows;
  }

  /** The drawings of a row. */
  private record Drawings(
      @Nullable Renderable bar, @Nullable Renderable trend, boolean showsTrend) {}

  private static ManagerRow row(
      String name, ManagerActivity manager, Drawings drawings, Wording wording) {
    Notation notation = wording.notation();
    AttemptCounts attempts = manager.attempts();
    Rate rate = manager.answerRate().rate();
    return new ManagerRow(
        name,
        notation.count(attempts.attempts()),
        notation.count(attempts.answered()),
        notation.count(attempts.noAnswer()),
        notation.count(attempts.busy()),
        notation.count(attempts.unavailable()),
        notation.count(attempts.takenByAnother()),
        notation.count(attempts.callerGaveUp()),
        rate.isSmallSample() ? "" : notation.percent(rate.share()),
        rate.isSmallSample() ? notation.percent(rate.share()) : "",
        interval(manager.answerRate(), notation),
        notation.clock(manager.medianRing()),
        notation.clock(manager.talk()),
        notation.count(manager.outgoing()),
        roundPercent(manager.connected(), notation),
        notation.count(manager.callbacks()),
        drawings.bar(),
        drawings.trend(),
        !drawings.showsTrend(),
        drawings.showsTrend(),
        drawings.bar() == null);
  }

  private static String interval(ComparedRate answerRate, Notation notation) {
    return answerRate.rate().isSmallSample()
        ? notation.interval(answerRate.from(), answerRate.to())
        : "";
  }

  private static String roundPercent(Rate rate, Notation notation) {
    return rate.share().isEmpty()
        ? Notation.NONE
        : notation.roundPercent(rate.share().getAsDouble());
  }
}
