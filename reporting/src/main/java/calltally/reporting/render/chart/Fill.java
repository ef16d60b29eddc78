package calltally.reporting.render.chart;

import java.awt.Color;
import java.io.Serializable;

/**
 * What an area is filled with: a colour, and hatching where print in grey would not tell it from
 * its neighbours.
 */
record Fill(Color color, boolean isHatched) implements Serializable {

  static Fill of(Color color) {
    return new Fill(color, false);
  }

  static Fill hatched(Color color) {
    return new Fill(color, true);
  }
}
