package calltally.reporting.render;

import calltally.reporting.render.chart.Bar;
import calltally.reporting.render.chart.Sparkline;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * A manager's answer rate, by calls.
 *
 * @param answerable {@link Notation#NONE}, like pickedUp, when the ends of rings are not reported
 * @param rate empty where the sample is small
 * @param uncertainRate the rate where the sample is small, or that it is not known; else empty
 * @param interval 95 % interval of the rate where the sample is small
 * @param bar null in the total row
 * @param trend null in the total row
 * @param showsTrend whether the trend replaces the bar
 * @param said what the sample allows to conclude; empty of a manager alone
 * @param last whether it is one of the last, which stay together on a page
 */
record ManagerRow(
    String name,
    String answerable,
    String pickedUp,
    String rate,
    String uncertainRate,
    String interval,
    @Nullable Renderable bar,
    @Nullable Renderable trend,
    boolean showsBar,
    boolean showsTrend,
    String said,
    boolean showsInterval,
    boolean showsSaid,
    boolean total,
    boolean last) {

  /** Most answerable calls first, as the table shows them; those without a number last. */
  static final Comparator<ManagerActivity> ORDER =
      Comparator.<ManagerActivity>comparingInt(manager -> -answerable(manager))
          .thenComparing(ManagerActivity::manager);

  private static final int ROWS_WITH_TOTAL = 2;

  private static int answerable(ManagerActivity manager) {
    Rate known = manager.answerRate().ifKnown();
    return known == null ? -1 : known.whole();
  }

  /** Whether a manager's rate rests on so few calls that its interval is printed. */
  static boolean hasInterval(Managers managers) {
    return managers.managers().stream()
        .map(manager -> manager.answerRate().ifKnown())
        .anyMatch(rate -> rate != null && rate.whole() > 0 && rate.isSmallSample());
  }

  /** The managers, then their totals; with trends in a longer period. */
  static List<ManagerRow> of(Managers managers, Period period, Wording wording) {
    List<ManagerActivity> figures = managers.managers().stream().sorted(ORDER).toList();
    Shown shown = new Shown(!period.isDay(), hasInterval(managers), figures.size() > 1);
    int largest =
        figures.stream().mapToInt(manager -> manager.answerRate().rate().whole()).max().orElse(1);
    Sparkline.Span span = Sparkline.Span.of(figures.stream().map(ManagerActivity::trend));
    List<ManagerRow> rows = new ArrayList<>();
    for (ManagerActivity manager : figures) {
      ComparedRate compared = manager.answerRate();
      rows.add(
          row(
              PhoneNumberFormat.readable(manager.manager()),
              compared,
              new Drawings(
                  compared.isUntold() ? null : Bar.of(compared.rate(), largest),
                  new Sparkline(manager.trend(), span)),
              shown,
              wording.text("against_team." + Wording.key(compared.againstTeam())),
              isLast(rows.size(), figures.size()),
              wording));
    }
    rows.add(
        row(
            wording.text("managers.total"),
            managers.total().answerRate(),
            new Drawings(null, null),
            shown,
            "",
            true,
            wording));
    return rows;
  }

  /** Whether a row belongs with the totals on a page, so that these never stand alone. */
  static boolean isLast(int row, int managers) {
    return row >= managers - ROWS_WITH_TOTAL;
  }

  /** The drawings of a row. */
  private record Drawings(@Nullable Renderable bar, @Nullable Renderable trend) {}

  /** The columns that have something to show. */
  private record Shown(boolean trend, boolean interval, boolean said) {}

  private static ManagerRow row(
      String name,
      ComparedRate compared,
      Drawings drawings,
      Shown shown,
      String said,
      boolean isLast,
      Wording wording) {
    Notation notation = wording.notation();
    Rate rate = compared.ifKnown();
    String printed =
        rate == null ? wording.text("managers.untold") : notation.percent(rate.share());
    boolean isCertain = rate != null && !rate.isSmallSample();
    return new ManagerRow(
        name,
        rate == null ? Notation.NONE : notation.count(rate.whole()),
        rate == null ? Notation.NONE : notation.count(rate.part()),
        isCertain ? printed : "",
        isCertain ? "" : printed,
        isCertain ? "" : notation.interval(compared.from(), compared.to()),
        drawings.bar(),
        drawings.trend(),
        !shown.trend(),
        shown.trend(),
        !shown.said() || (rate != null && rate.whole() == 0) ? "" : said,
        shown.interval(),
        shown.said(),
        drawings.trend() == null,
        isLast);
  }
}
