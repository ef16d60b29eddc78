package calltally.reporting.alarm;

import java.util.Locale;

/** The event that a notice reports: an alarm's beginning or its end. */
enum AlarmStage {
  BEGIN,
  END;

  static AlarmStage parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
