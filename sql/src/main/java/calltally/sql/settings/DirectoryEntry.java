package calltally.sql.settings;

import org.jspecify.annotations.Nullable;

/** A number and its meaning on some days. */
public sealed interface DirectoryEntry permits ManagerNumber, Line {

  /** Normalised like the numbers of notifications. */
  String number();

  /** The manager's or the line's name. */
  String name();

  /** The department; null when not given. */
  @Nullable String department();

  /** The local dates on which the entry is valid. */
  ValidityPeriod validity();
}
