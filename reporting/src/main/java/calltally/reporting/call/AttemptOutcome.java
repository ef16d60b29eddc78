package calltally.reporting.call;

import java.util.Locale;

/** What became of a ring: the first of these that fits. */
enum AttemptOutcome {
  ANSWERED,
  TAKEN_BY_ANOTHER,
  CALLER_GAVE_UP,
  BUSY,
  UNAVAILABLE,
  NO_ANSWER,
  OTHER,
  RINGING,
  UNKNOWN;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
