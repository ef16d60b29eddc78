package calltally.reporting.render.chart;

import calltally.reporting.render.chart.ColumnChart.Column;
import calltally.reporting.render.chart.ColumnChart.LegendEntry;
import calltally.reporting.render.chart.ColumnChart.Shade;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DayCalls;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls over a period: by hour for one date, by day for a longer one. */
final class CallTrendChart {

  /** With more days, a label has room for the day of the month only. */
  private static final int NAMED_DAYS = 14;

  private final CallReport report;
  private final Wording wording;
  private final List<DayCalls> days;

  CallTrendChart(CallReport report, Wording wording) {
    this.report = report;
    this.wording = wording;
    this.days = report.trend().days();
  }

  ColumnChart chart() {
    return report.head().period().isDay()
        ? new HourChart(report, wording).chart()
        : new ColumnChart(wording.notation(), columns(), shades(), legend(), before());
  }

  private List<Column> columns() {
    int largest = days.stream().mapToInt(day -> day.calls().incoming()).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    boolean peakFound = false;
    for (DayCalls day : days) {
      boolean peak = !peakFound && largest > 0 && day.calls().incoming() == largest;
      columns.add(
          Column.of(label(day.date()), day.calls(), peak ? wording.notation().count(largest) : ""));
      peakFound |= peak;
    }
    return columns;
  }

  private String label(LocalDate date) {
    String day = wording.notation().dayOfMonth(date);
    return days.size() > NAMED_DAYS
        ? day
        : wording.text("weekday." + date.getDayOfWeek().getValue()) + " " + day;
  }

  private Set<LocalDate> withoutData() {
    return new TreeSet<>(report.head().quality().daysWithoutData());
  }

  private List<Shade> shades() {
    Set<LocalDate> withoutData = withoutData();
    List<Shade> shades = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      if (withoutData.contains(days.get(i).date())) {
        shades.add(new Shade(i, i + 1));
      }
    }
    return shades;
  }

  /** Counts of the earlier dates, null where nothing was received; empty if that is all of them. */
  private List<@Nullable Integer> before() {
    if (report.trend().daysBefore().stream().noneMatch(DayCalls::hasData)) {
      return List.of();
    }
    List<@Nullable Integer> counts = new ArrayList<>();
    report.trend().daysBefore().stream()
        .limit(days.size())
        .forEach(day -> counts.add(day.hasData() ? (Integer) day.calls().incoming() : null));
    return counts;
  }

  private List<LegendEntry> legend() {
    List<LegendEntry> legend = new ArrayList<>();
    legend.add(LegendEntry.of(wording.text("hours.answered"), Palette.ANSWERED));
    legend.add(LegendEntry.of(wording.text("hours.missed"), Palette.MISSED));
    if (report.totals().calls().unfinished() > 0) {
      legend.add(LegendEntry.of(wording.text("hours.unfinished"), Palette.NEUTRAL));
    }
    if (!before().isEmpty()) {
      legend.add(LegendEntry.ofLine(earlier(), Palette.SECONDARY));
    }
    if (!withoutData().isEmpty()) {
      legend.add(LegendEntry.of(wording.text("days.no_data"), Palette.HAIRLINE));
    }
    return legend;
  }

  /** Which dates the line counts, as they are compared by weekday. */
  private String earlier() {
    LocalDate before = report.trend().daysBefore().get(0).date();
    long weeks = ChronoUnit.WEEKS.between(before, days.get(0).date());
    return weeks == 1
        ? wording.text("days.before.week")
        : wording.text("days.before", wording.notation().count(weeks));
  }
}
