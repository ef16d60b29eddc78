package calltally.reporting.render.chart;

/**
 * The axis of a chart of counts: round steps from 0 to at least the largest count.
 *
 * @param step between two grid lines
 * @param steps how many there are
 */
record AxisScale(int step, int steps) {

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

  int top() {
    return step * steps;
  }
}
