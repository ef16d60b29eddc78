package calltally.sql.settings;

import org.jspecify.annotations.Nullable;

/**
 * A number that customers dial.
 *
 * @param number normalised like the numbers of notifications
 * @param name what reports call it
 * @param department the department that it serves; null when not given
 */
public record Line(String number, String name, @Nullable String department, ValidityPeriod validity)
    implements DirectoryEntry {

  /** The same at all times. */
  public Line(String number, String name, @Nullable String department) {
    this(number, name, department, ValidityPeriod.ALWAYS);
  }
}
