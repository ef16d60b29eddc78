package calltally.reporting.call;

import java.util.Locale;

/** What is odd about a call as a whole. */
enum Anomaly {
  START_MISSING,
  MIXED_DIRECTION,
  CONTRADICTION,
  NEGATIVE_TIME;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
