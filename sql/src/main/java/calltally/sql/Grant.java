package calltally.sql;

import java.util.Locale;

/**
 * A right that a role has.
 *
 * @param object such as {@code table config.source}
 * @param role such as {@code analyst}, or {@code public} for every role
 * @param privilege such as {@code SELECT}
 */
record Grant(String object, String role, String privilege) {

  /** The keyword that grant and revoke use for the object's kind. */
  String kind() {
    String kind = object.substring(0, object.indexOf(' '));
    return switch (kind) {
      case "view" -> "table";
      case "function" -> "routine";
      default -> kind;
    };
  }

  /** The object's name with its schema. */
  String name() {
    return object.substring(object.indexOf(' ') + 1);
  }

  /** The right in the syntax of grant and revoke. */
  String sql() {
    return "%s on %s %s".formatted(privilege.toLowerCase(Locale.ROOT), kind(), name());
  }

  @Override
  public String toString() {
    return privilege.toLowerCase(Locale.ROOT) + " on " + object;
  }
}
