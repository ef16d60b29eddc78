package calltally.sql;

import java.util.Locale;

/**
 * A right that a role has.
 *
 * @param object such as {@code table config.source}
 * @param role such as {@code analyst}, or {@code public} for everybody
 * @param privilege such as {@code SELECT}
 */
record Grant(String object, String role, String privilege) {

  /** As grant and revoke want it. */
  String sql() {
    return toString().replace(" on view ", " on table ");
  }

  @Override
  public String toString() {
    return privilege.toLowerCase(Locale.ROOT) + " on " + object;
  }
}
