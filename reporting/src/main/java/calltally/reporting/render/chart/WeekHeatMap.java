package calltally.reporting.render.chart;

import calltally.reporting.render.chart.HeatMap.Cell;
import calltally.reporting.render.chart.HeatMap.Row;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.WeekdayHourCalls;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds the heat map: the hours and weekdays shown, and the shade of each. */
final class WeekHeatMap {

  /** With fewer calls a cell has no colour: one missed call of two says nothing. */
  private static final int FEWEST_CALLS = 5;

  /** Missed shares at which each step after the first starts. */
  private static final double[] STEPS = {0.000001, 0.05, 0.10, 0.15, 0.20, 0.30, 0.40};

  private final Map<DayOfWeek, Map<Integer, CallCounts>> cells;
  private final Wording wording;
  private final CallTrend trend;
  private final int first;
  private final int last;

  WeekHeatMap(CallReport report, Wording wording) {
    this.wording = wording;
    this.trend = report.trend();
    List<WeekdayHourCalls> called =
        report.trend().weekdayHours().stream().filter(cell -> cell.calls().incoming() > 0).toList();
    this.first = called.stream().mapToInt(WeekdayHourCalls::hour).min().orElse(9);
    this.last = called.stream().mapToInt(WeekdayHourCalls::hour).max().orElse(17);
    this.cells =
        called.stream()
            .collect(
                Collectors.groupingBy(
                    WeekdayHourCalls::weekday,
                    Collectors.toMap(
                        WeekdayHourCalls::hour, WeekdayHourCalls::calls, CallCounts::plus)));
  }

  HeatMap heatMap() {
    List<Row> rows = new ArrayList<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      rows.add(row(weekday));
    }
    List<String> hours = IntStream.rangeClosed(first, last).mapToObj("%02d"::formatted).toList();
    return new HeatMap(rows, hours, wording.text("heat.less"), wording.text("heat.more"));
  }

  private Row row(DayOfWeek weekday) {
    Map<Integer, CallCounts> hours = cells.getOrDefault(weekday, Map.of());
    ArrayList<Cell> row = new ArrayList<>();
    for (int hour = first; hour <= last; hour++) {
      row.add(cell(hours.getOrDefault(hour, CallCounts.NONE), trend.isClosed(weekday, hour)));
    }
    return new Row(wording.text("weekday." + weekday.getValue()), row);
  }

  private Cell cell(CallCounts calls, boolean isClosed) {
    return new Cell(
        calls.incoming() == 0 ? "" : wording.notation().count(calls.incoming()),
        step(calls),
        isClosed);
  }

  static int step(CallCounts calls) {
    int whole = calls.answerRate().whole();
    if (whole < FEWEST_CALLS) {
      return -1;
    }
    double missed = (double) calls.missed() / whole;
    return (int) java.util.Arrays.stream(STEPS).filter(step -> missed >= step).count();
  }
}
