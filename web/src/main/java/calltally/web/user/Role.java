package calltally.web.user;

import java.util.Locale;

/** What a user may see. */
public enum Role {
  /** Every call of the listed sources. */
  ALL,
  /** The lines and managers of a department. */
  DEPARTMENT,
  /** A manager's own figures and unanswered calls. */
  MANAGER;

  /** The name in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
