package calltally.reporting.render.chart;

import calltally.reporting.render.chart.ColumnChart.Column;
import calltally.reporting.render.chart.ColumnChart.LegendEntry;
import calltally.reporting.render.chart.ColumnChart.Shade;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The hours of a date, from the first to the last of interest. */
final class HourChart {

  private final Set<Integer> alsoShown;
  private final CallReport report;
  private final Wording wording;
  private final @Nullable WorkingTime working;
  private final List<HourCalls> hours;

  HourChart(CallReport report, Wording wording) {
    this(report, Set.of(), wording);
  }

  /**
   * The chart.
   *
   * @param alsoShown local hours that matter even without calls
   */
  HourChart(CallReport report, Set<Integer> alsoShown, Wording wording) {
    this.alsoShown = Set.copyOf(alsoShown);
    this.report = report;
    this.wording = wording;
    this.working = report.trend().workingTime();
    this.hours = shown();
  }

  ColumnChart chart() {
    return new ColumnChart(wording.notation(), columns(), shades(), legend());
  }

  HourColumns columnsOnly() {
    List<Column> columns = columns();
    int largest = columns.stream().mapToInt(Column::incoming).max().orElse(0);
    return new HourColumns(
        IntStream.range(0, hours.size())
            .mapToObj(index -> hour(hours.get(index).start(), columns.get(index)))
            .toList(),
        shades().stream().map(shade -> new HourColumns.Span(shade.from(), shade.until())).toList(),
        AxisScale.upTo(largest).counts().boxed().toList());
  }

  private static HourColumns.Hour hour(Instant start, Column column) {
    return new HourColumns.Hour(
        start, column.label(), column.answered(), column.missed(), column.unfinished());
  }

  private List<HourCalls> shown() {
    List<HourCalls> all = report.trend().hours();
    int[] mattering =
        IntStream.range(0, all.size()).filter(index -> matters(all.get(index))).toArray();
    return mattering.length == 0
        ? List.of()
        : all.subList(mattering[0], mattering[mattering.length - 1] + 1);
  }

  private boolean matters(HourCalls hour) {
    return hour.calls().incoming() > 0
        || alsoShown.contains(hour.time().getHour())
        || (working != null
            && working.spans().stream().anyMatch(span -> overlaps(span, hour.start())));
  }

  private static boolean overlaps(TimeSpan span, Instant hour) {
    return span.from().isBefore(hour.plus(Duration.ofHours(1))) && span.until().isAfter(hour);
  }

  private List<Column> columns() {
    int largest = hours.stream().mapToInt(hour -> hour.calls().incoming()).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    boolean peakFound = false;
    for (HourCalls hour : hours) {
      boolean peak = !peakFound && hour.calls().incoming() == largest;
      columns.add(
          Column.of(
              "%02d".formatted(hour.time().getHour()),
              hour.calls(),
              peak ? wording.notation().count(largest) : ""));
      peakFound |= peak;
    }
    return columns;
  }

  /** The time outside working hours; empty when these are not known. */
  private List<Shade> shades() {
    if (working == null) {
      return List.of();
    }
    List<Shade> shades = new ArrayList<>();
    double from = 0;
    for (TimeSpan span : working.spans()) {
      addShade(shades, from, column(span.from()));
      from = Math.max(from, column(span.until()));
    }
    addShade(shades, from, hours.size());
    return shades;
  }

  private static void addShade(List<Shade> shades, double from, double until) {
    if (from < until) {
      shades.add(new Shade(from, until));
    }
  }

  private double column(Instant instant) {
    Duration sinceStart = Duration.between(hours.get(0).start(), instant);
    double column = sinceStart.toSeconds() / (double) Duration.ofHours(1).toSeconds();
    return Math.min(hours.size(), Math.max(0, column));
  }

  private List<LegendEntry> legend() {
    List<LegendEntry> legend = new ArrayList<>();
    legend.add(LegendEntry.of(wording.text("hours.answered"), Palette.ANSWERED));
    legend.add(LegendEntry.of(wording.text("hours.missed"), Palette.MISSED));
    if (report.totals().calls().unfinished() > 0) {
      legend.add(LegendEntry.of(wording.text("hours.unfinished"), Palette.NEUTRAL));
    }
    if (!shades().isEmpty()) {
      legend.add(LegendEntry.of(wording.text("hours.outside"), Palette.HAIRLINE));
    }
    return legend;
  }
}
