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

  @Override
  public String toString() {
    return privilege.toLowerCase(Locale.ROOT) + " on " + object;
  }
}
