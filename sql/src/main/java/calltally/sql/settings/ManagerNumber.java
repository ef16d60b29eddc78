package calltally.sql.settings;

import org.jspecify.annotations.Nullable;

/**
 * A number or extension of a manager.
 *
 * @param number normalised like the numbers of notifications
 * @param name the person's name
 * @param department null when not given
 */
public record ManagerNumber(
    String number, String name, @Nullable String department, ValidityPeriod validity)
    implements DirectoryEntry {

  /** A number that is the manager's on all dates. */
  public ManagerNumber(String number, String name, @Nullable String department) {
    this(number, name, department, ValidityPeriod.ALWAYS);
  }
}
