package calltally.reporting.alarm;

import java.util.Locale;

/** What a notice tells of an alarm. */
enum AlarmStage {
  BEGIN,
  END;

  static AlarmStage parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As the ledger writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
