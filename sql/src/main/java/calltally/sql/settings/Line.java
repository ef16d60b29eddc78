package calltally.sql.settings;

import org.jspecify.annotations.Nullable;

/**
 * A number that customers dial.
 *
 * @param number normalised like the numbers of notifications
 * @param name its name in reports
 * @param department the department that it serves; null when not given
 */
public record Line(String number, String name, @Nullable String department, ValidityPeriod validity)
    implements DirectoryEntry {

  /** A line valid on all dates. */
  public Line(String number, String name, @Nullable String department) {
    this(number, name, department, ValidityPeriod.ALWAYS);
  }
}
