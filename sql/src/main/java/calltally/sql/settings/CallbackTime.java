package calltally.sql.settings;

import java.util.Locale;

/** The time that counts towards a call-back deadline. */
public enum CallbackTime {
  /** The working hours of the line; all time where none are configured. */
  WORKING_HOURS,
  /** All time. */
  ALWAYS;

  static CallbackTime parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in the configuration file and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
