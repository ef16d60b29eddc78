package calltally.reporting.render.chart;

import java.time.Instant;
import java.util.List;

/**
 * What the chart of a date's hours shows, for drawing it elsewhere than in a report.
 *
 * @param outside time outside working hours
 * @param axis the count at each grid line, from 0 upwards
 */
public record HourColumns(List<Hour> hours, List<Span> outside, List<Long> axis) {

  public HourColumns {
    hours = List.copyOf(hours);
    outside = List.copyOf(outside);
    axis = List.copyOf(axis);
  }

  /**
   * The calls of an hour.
   *
   * @param label text below the column
   */
  public record Hour(Instant start, String label, int answered, int missed, int unfinished) {}

  /** A span, in columns from the left. */
  public record Span(double from, double until) {}
}
