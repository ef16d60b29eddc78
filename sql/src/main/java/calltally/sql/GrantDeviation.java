package calltally.sql;

/**
 * A right that differs from {@code grants.txt}.
 *
 * @param sentence what is wrong
 * @param remedy the statement by which the owner fixes it
 */
public record GrantDeviation(Kind kind, String sentence, String remedy) {

  /** How a right differs. */
  public enum Kind {
    /** A role has a right that it must not have. */
    SURPLUS,
    /** A role lacks a right that it must have. */
    MISSING,
    /** A role has attributes or memberships that it must not have. */
    POWERFUL
  }

  static GrantDeviation surplus(Grant grant) {
    return new GrantDeviation(
        Kind.SURPLUS,
        "%s may %s, which it must not".formatted(grant.role(), grant),
        "revoke %s from %s".formatted(grant.sql(), grant.role()));
  }

  static GrantDeviation missing(Grant grant) {
    return new GrantDeviation(
        Kind.MISSING,
        "%s must be allowed to %s, but is not".formatted(grant.role(), grant),
        "grant %s to %s".formatted(grant.sql(), grant.role()));
  }

  static GrantDeviation powerful(String role) {
    return new GrantDeviation(
        Kind.POWERFUL,
        role + " has attributes or memberships, which it must not",
        "alter role %s nosuperuser nocreaterole nocreatedb noreplication nobypassrls, and revoke its memberships"
            .formatted(role));
  }
}
