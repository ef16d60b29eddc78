package calltally.reporting.render.chart;

import java.awt.Color;
import java.io.Serializable;

/** A colour, hatched where it could not be distinguished from its neighbours in greyscale print. */
record Fill(Color color, boolean isHatched) implements Serializable {

  static Fill of(Color color) {
    return new Fill(color, false);
  }

  static Fill hatched(Color color) {
    return new Fill(color, true);
  }
}
