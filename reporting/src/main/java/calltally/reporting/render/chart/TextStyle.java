package calltally.reporting.render.chart;

import java.awt.Color;

/**
 * Font, size and colour of a text in a drawing.
 *
 * @param family font family
 * @param size in points
 */
record TextStyle(String family, float size, Color color) {

  static final TextStyle AXIS = new TextStyle("Inter", 6.5f, Palette.MUTED);
  static final TextStyle LEGEND = new TextStyle("Inter", 7f, Palette.SECONDARY);
  static final TextStyle PEAK = new TextStyle("Inter Medium", 7f, Palette.INK);
  static final TextStyle CELL = new TextStyle("Inter", 6.5f, Palette.INK);
  static final TextStyle CELL_ON_DARK = new TextStyle("Inter", 6.5f, Color.WHITE);
  static final TextStyle CELL_PALE = new TextStyle("Inter", 6.5f, Palette.MUTED);

  TextStyle smaller() {
    return new TextStyle(family, size - 0.25f, color);
  }
}
