package calltally.reporting.render.chart;

import java.io.Serializable;
import java.util.stream.LongStream;

/**
 * The axis of a chart of counts, in round steps from 0 to the largest count or more.
 *
 * @param step distance between two grid lines
 * @param steps number of steps
 */
record AxisScale(int step, int steps) implements Serializable {

  private static final int MOST_STEPS = 5;

  static AxisScale upTo(int largest) {
    int magnitude = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        int step = factor * magnitude;
        if ((long) step * MOST_STEPS > largest) {
          return new AxisScale(step, largest / step + 1);
        }
      }
      magnitude *= 10;
    }
  }

  /** The count at each grid line, from the bottom. */
  LongStream counts() {
    return LongStream.rangeClosed(0, steps).map(line -> line * step);
  }

  int top() {
    return step * steps;
  }
}
