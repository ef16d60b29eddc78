package calltally.sql.settings;

import org.jspecify.annotations.Nullable;

/** A number and what it stands for on some days. */
public sealed interface DirectoryEntry permits ManagerNumber, Line {

  /** Normalised like the numbers of notifications. */
  String number();

  /** The manager's or the line's name. */
  String name();

  /** The department; null when not given. */
  @Nullable String department();

  /** The local dates on which the entry holds. */
  ValidityPeriod validity();
}
