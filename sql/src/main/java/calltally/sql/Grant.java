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

  /** What grant and revoke call an object of its kind. */
  String kind() {
    String kind = object.substring(0, object.indexOf(' '));
    return switch (kind) {
      case "view" -> "table";
      case "function" -> "routine";
      default -> kind;
    };
  }

  /** Of the object, with its schema. */
  String name() {
    return object.substring(object.indexOf(' ') + 1);
  }

  /** As grant and revoke want it. */
  String sql() {
    return "%s on %s %s".formatted(privilege.toLowerCase(Locale.ROOT), kind(), name());
  }

  @Override
  public String toString() {
    return privilege.toLowerCase(Locale.ROOT) + " on " + object;
  }
}
