package calltally.reporting.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The lag of each slice over time, as a line in a picture. */
record LagPicture(List<Map<Integer, Double>> seconds) {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 300;
  private static final int MARGIN = 40;
  private static final List<String> COLOURS =
      List.of(
          "#1b6ca8", "#c8553d", "#3a7d44", "#8e6c8a", "#b58900", "#2aa198", "#d33682", "#586e75");

  String svg() {
    double most =
        Math.max(
            10,
            seconds.stream()
                .flatMap(second -> second.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'"
                + " font-family='sans-serif' font-size='12'>%n",
            WIDTH,
            HEIGHT));
    svg.append(
        text(
            MARGIN,
            MARGIN - 12,
            String.format(
                Locale.ROOT, "oldest uncounted notification by slice, up to %.1f s", most)));
    svg.append(text(MARGIN, HEIGHT - 12, "0 s"));
    svg.append(text(WIDTH - 2 * MARGIN, HEIGHT - 12, seconds.size() + " s"));
    TreeSet<Integer> slices = new TreeSet<>();
    seconds.forEach(second -> slices.addAll(second.keySet()));
    for (int slice : slices) {
      svg.append("<polyline fill='none' stroke='").append(COLOURS.get(slice % COLOURS.size()));
      svg.append("' points='");
      for (int second = 0; second < seconds.size(); second++) {
        double lag = seconds.get(second).getOrDefault(slice, 0.0);
        svg.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                MARGIN + (WIDTH - 2.0 * MARGIN) * second / Math.max(1, seconds.size() - 1),
                HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * lag / most));
      }
      svg.append("'/>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static String text(int x, int y, String text) {
    return "<text x='%d' y='%d'>%s</text>%n".formatted(x, y, text);
  }
}
