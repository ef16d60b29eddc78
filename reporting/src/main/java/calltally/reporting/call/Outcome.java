package calltally.reporting.call;

import java.util.Locale;

/** What became of a call. */
enum Outcome {
  ANSWERED,
  MISSED,
  UNFINISHED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
